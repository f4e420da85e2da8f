//===- Blocking.h - why a call can keep its thread from running -----------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_PRIMITIVES_BLOCKING_H
#define HEDDLE_ANALYSIS_PRIMITIVES_BLOCKING_H

#include <cstdint>

namespace heddle {

enum class Blocking : uint8_t {
  No,
  Sleep, ///< for a time that passes
  Wait,  ///< until another thread hands over
  Join,  ///< until a thread or a process ends
  Input, ///< until a device, a peer or a person answers
  Lock,  ///< until a lock is free
  Disk,  ///< until the disk has done what takes it long: a flush, a whole tree
  File,  ///< until a file is read or written, most often in no time
  Named, ///< the user says so
};

} // namespace heddle

#endif
