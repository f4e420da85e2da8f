//===- mp_nursery.h - what parent and nursery tell each other ------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_SRC_MP_NURSERY_H
#define HEDDLE_RT_SRC_MP_NURSERY_H

#include "heddle/rt/mp/worker_group.h"

namespace heddle::rt::mp::detail {

/// Fork a worker of this number; its end of the channel follows as a descriptor.
struct nursery_order {
  std::uint64_t worker = 0;
};

/// A worker has begun, or ended.
struct nursery_notice {
  std::uint64_t worker = 0;
  pid_t pid = 0;
  std::optional<int> exitcode;
};

} // namespace heddle::rt::mp::detail

#endif // HEDDLE_RT_SRC_MP_NURSERY_H
