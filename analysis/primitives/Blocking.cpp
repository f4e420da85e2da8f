//===- Blocking.cpp - library calls that keep their thread waiting --------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Source: POSIX.1-2024, the standard's clauses [thread] and [input.output].
//
//===----------------------------------------------------------------------===//

#include "analysis/primitives/LibraryCalls.h"

namespace heddle {

static constexpr LibraryCall Calls[] = {
    {"sleep", Blocking::Sleep},
    {"usleep", Blocking::Sleep},
    {"nanosleep", Blocking::Sleep},
    {"std::this_thread::sleep_for", Blocking::Sleep},
    {"std::this_thread::sleep_until", Blocking::Sleep},
};

llvm::ArrayRef<LibraryCall> blockingCalls() { return Calls; }

} // namespace heddle
