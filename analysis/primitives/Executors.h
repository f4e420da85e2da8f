//===- Executors.h - where code goes on -----------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A thread of a pool may wait, the thread of an event loop may not. Which of
// them runs a piece of code is told by the types and names of what it is
// handed to, or of what it awaits (assumption A31).
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_PRIMITIVES_EXECUTORS_H
#define HEDDLE_ANALYSIS_PRIMITIVES_EXECUTORS_H

#include "clang/AST/Decl.h"
#include "clang/AST/ExprCXX.h"

namespace heddle {

/// The type is a pool of threads, or is made for one.
bool isThreadPool(clang::QualType Type);

/// The call's object or an argument is a pool of threads: what it is given
/// runs there.
bool runsOnPool(const clang::Expr *Call);

enum class GoesOn : uint8_t {
  Here,   ///< or not known to go on elsewhere
  OnPool, ///< on a thread that may wait
  OnLoop, ///< on the thread of an event loop
};

/// Where a coroutine goes on after it was suspended.
GoesOn afterwards(const clang::CoroutineSuspendExpr *E);

} // namespace heddle

#endif
