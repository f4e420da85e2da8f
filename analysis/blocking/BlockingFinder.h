//===- BlockingFinder.h - what keeps shared threads waiting ---------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_BLOCKING_BLOCKINGFINDER_H
#define HEDDLE_ANALYSIS_BLOCKING_BLOCKINGFINDER_H

#include "analysis/Facts.h"

namespace heddle {

/// Every blocking call that coroutines and callbacks of event loops reach,
/// once, from the nearest of them.
std::vector<BlockingFact> findBlocking(Engine &E);

} // namespace heddle

#endif
