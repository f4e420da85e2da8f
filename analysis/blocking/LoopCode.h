//===- LoopCode.h - code that shares its thread ---------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_BLOCKING_LOOPCODE_H
#define HEDDLE_ANALYSIS_BLOCKING_LOOPCODE_H

#include "analysis/Facts.h"

namespace heddle {

/// The coroutines that run where others wait for them, then the functions
/// that the file is seen to hand to an event loop, in order of the source.
std::vector<LoopCodeFact> findLoopCode(Engine &E);

} // namespace heddle

#endif
