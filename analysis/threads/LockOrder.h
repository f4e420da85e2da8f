//===- LockOrder.h - cycles in the order of locks -------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_THREADS_LOCKORDER_H
#define HEDDLE_ANALYSIS_THREADS_LOCKORDER_H

#include "analysis/threads/ThreadModel.h"

namespace heddle {

/// What stands for a lock among others: its place, or for a member of an
/// object without a name the field.
const void *lockIdentity(const Place *P);

/// Deadlocks that the order of acquisitions makes possible.
std::vector<DeadlockFact> findDeadlocks(Engine &E, const ThreadModel &Model);

} // namespace heddle

#endif
