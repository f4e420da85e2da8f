//===- Coroutines.h - what kind of coroutine a function is ----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_BLOCKING_COROUTINES_H
#define HEDDLE_ANALYSIS_BLOCKING_COROUTINES_H

#include "clang/AST/ExprCXX.h"
#include "clang/AST/StmtCXX.h"

namespace heddle {

/// The body, if the function is a coroutine.
const clang::CoroutineBodyStmt *coroutineBody(const clang::FunctionDecl *F);

/// A coroutine that its caller drives as it would call a function: it yields
/// values, awaits nothing of others and nobody awaits it; or it only spells
/// the way of errors (assumption A60).
bool isFunctionInDisguise(const clang::FunctionDecl *F);

/// The functions of the promise that run when the coroutine begins, ends or
/// fails; they stand in no statement of its body.
llvm::SmallVector<const clang::FunctionDecl *, 4>
promiseHooks(const clang::CoroutineBodyStmt *Body);

} // namespace heddle

#endif
