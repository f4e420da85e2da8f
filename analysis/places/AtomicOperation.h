//===- AtomicOperation.h - atomic operations in one shape -----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_PLACES_ATOMICOPERATION_H
#define HEDDLE_ANALYSIS_PLACES_ATOMICOPERATION_H

#include "analysis/places/Evaluator.h"

namespace heddle {

/// An operation of std::atomic, C11 or a compiler builtin.
struct AtomicOperation {
  enum Kind : uint8_t { Load, Wait, Store, Exchange, CompareExchange, Modify };
  Kind K = Load;
  /// The address of the atomic object.
  const Value *Object = nullptr;
  /// The value stored, if known.
  const Value *Stored = nullptr;
  /// CompareExchange: the value replaced, if known.
  const Value *Expected = nullptr;
  /// The order is at least acquire for the load, release for the store.
  bool Acquires = true;
  bool Releases = true;
};

/// Empty when the expression is not an atomic operation.
std::optional<AtomicOperation> atomicOperation(const clang::Expr *E,
                                               const Evaluator &Eval,
                                               const Environment &Env);

} // namespace heddle

#endif
