//===- SignalSafety.cpp - library calls that no signal handler may make ---===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Source: POSIX.1-2024, 2.4.3, which lists what is safe; here is what is not.
//
//===----------------------------------------------------------------------===//

#include "analysis/primitives/LibraryCalls.h"

namespace heddle {

static constexpr LibraryCall Calls[] = {
    {"printf", true},
    {"malloc", true},
    {"free", true},
    {"exit", true},
};

llvm::ArrayRef<LibraryCall> signalUnsafeCalls() { return Calls; }

} // namespace heddle
