//===- Races.h - pairs of accesses that may race --------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_THREADS_RACES_H
#define HEDDLE_ANALYSIS_THREADS_RACES_H

#include "analysis/threads/ThreadModel.h"

namespace heddle {

/// Every racing access to a variable of static storage duration, once, with
/// its best counterpart.
std::vector<RaceFact> findRaces(Engine &E, const ThreadModel &Model);

/// Shared with the lock order: effects as findings name them.
LockFact lockFact(const HeldLock &Held);
LockFact lockFact(const Place *Lock, clang::SourceLocation Where);
std::vector<CallFact> callFacts(const CallStack *Stack);

} // namespace heddle

#endif
