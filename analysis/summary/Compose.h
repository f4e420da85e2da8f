//===- Compose.h - a summary seen from a call -----------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_SUMMARY_COMPOSE_H
#define HEDDLE_ANALYSIS_SUMMARY_COMPOSE_H

#include "analysis/places/Evaluator.h"
#include "analysis/summary/Summary.h"

namespace heddle {

/// The bindings of one call.
struct CallFrame {
  const clang::FunctionDecl *Callee = nullptr;
  /// By parameter: the value, or the address for a reference.
  llvm::SmallVector<const Value *, 4> Args;
  /// By parameter: the object, for a class passed by value.
  llvm::SmallVector<const Place *, 4> Objects;
  const Value *This = nullptr;
  const clang::LambdaExpr *Lambda = nullptr;
  llvm::ArrayRef<const Value *> Captures;
  /// Where the result lies when it is an object.
  const Place *Result = nullptr;
  const clang::Stmt *Site = nullptr;
  clang::SourceLocation Loc;
};

/// Translates places, values, situations and effects of a callee into its
/// caller's terms, in the state that the caller has at the call.
class Substitution {
public:
  Substitution(const Evaluator &Eval, EffectPool &Pool, const CallFrame &Frame,
               const State &Caller)
      : Eval(Eval), D(Eval.D), Pool(Pool), Frame(Frame), Caller(Caller) {}

  /// Locks that the callee holds when it returns.
  void setExits(llvm::ArrayRef<ExitState> Exits) {
    for (const ExitState &Exit : Exits)
      for (const HeldLock &L : Exit.S.Held)
        LocksLeft.insert(L.Lock);
  }
  /// Null when the caller has no name for it.
  const Place *place(const Place *P);
  const Value *value(const Value *V);
  /// Empty when the callee cannot get there with these arguments.
  const Situation *situation(const Situation *S);
  std::optional<Situation> combine(const Situation &Callee);
  std::optional<Effect> effect(const Effect &E);
  /// The caller's state after this way out; empty when it cannot be taken.
  std::optional<State> after(const ExitState &Exit);

private:
  const Place *computePlace(const Place *P);
  const Place *captured(const Place *P);
  const Value *loadOf(const Place *P);
  const Place *lockPlace(const Place *P);
  void addThreads(ThreadList &Into, const ThreadList &From);
  void addProcess(Situation &Into, const ProcessState &Callee);
  bool addGiven(Situation &Into, const Situation &Callee);

  const Evaluator &Eval;
  Domain &D;
  EffectPool &Pool;
  const CallFrame &Frame;
  const State &Caller;
  PlaceSet LocksLeft;
  llvm::DenseMap<const Place *, const Place *> KnownPlaces;
  llvm::DenseMap<const Situation *, const Situation *> KnownSituations;
};

/// A shared pointer is overwritten: whoever read it before holds an object
/// that is no longer reached through it.
void detach(Environment &Env, const Place *Pointer, Domain &D);

/// Takes what may end with this join out of the running threads.
void joinThread(Situation &S, const Place *Handle);

} // namespace heddle

#endif
