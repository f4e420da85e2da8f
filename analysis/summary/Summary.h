//===- Summary.h - one function's effect, relative to its parameters ------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A summary says what a call of a function does: what it touches and under
// which locks, which locks it leaves held or given back on each way out, which
// threads it starts, which callables it was handed it calls. Everything is
// relative to the function's parameters; a caller substitutes its arguments.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_SUMMARY_SUMMARY_H
#define HEDDLE_ANALYSIS_SUMMARY_SUMMARY_H

#include "analysis/lockset/State.h"
#include "analysis/primitives/Primitives.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"
#include <deque>
#include <map>

namespace heddle {

struct BlockingCall;

/// The calls that lead from a function to an effect, outermost first.
struct CallStack {
  clang::SourceLocation Call;
  const clang::FunctionDecl *Callee;
  const CallStack *Next;
};

/// What a place is known to hold.
using FieldValue = std::pair<const Place *, const Value *>;

struct Effect {
  enum Kind : uint8_t {
    Read,
    Write,
    Acquire, ///< waits for the lock P; At is the situation before
    Relock,  ///< waits for a lock again at the end of a condition wait
    Signal,  ///< hands over through P
    Spawn,   ///< starts a thread of V; P is its handle
    Invoke,  ///< calls V, which only the caller can resolve
    Init,    ///< makes the lock P with attributes V
    Block,   ///< waits in the library's function V; its part says how long
    Post,    ///< hands V to an event loop
    Suspend, ///< the coroutine may be suspended, with locks held
    Library, ///< calls the library's function V, below a root that minds;
             ///< a null V: what the language does at E by its library
    Process, ///< What happens to processes or signals; V is a function
    Misuse,  ///< the child of vfork calls V, writes E or, both null, returns
  };
  Kind K;
  /// Process: which operation.
  Op What = Op::None;
  bool Atomic = false;
  bool Shared = false;
  const Place *P = nullptr;
  /// Write: the pointer stored. Spawn, Invoke, Post: the callable. Process:
  /// what forks, handles the signal or is called later.
  const Value *V = nullptr;
  llvm::ArrayRef<const Value *> Args;
  /// Spawn: what the arguments' objects hold at the start.
  llvm::ArrayRef<FieldValue> Fields;
  /// Acquire: the lock is one of several that were chosen from.
  bool Chosen = false;
  const SpawnSite *Thread = nullptr;
  const BlockingCall *Row = nullptr; ///< Block: what the tables say of V
  const Situation *At = nullptr;
  const clang::Expr *E = nullptr; ///< the expression at Loc, if it is one
  const clang::FunctionDecl *In = nullptr;
  clang::SourceLocation Loc;
  const CallStack *Stack = nullptr;
};

/// One way out of a function.
struct ExitState {
  Situation S;
  const Value *Result = nullptr;
  /// What places that the caller can name hold afterwards.
  llvm::SmallVector<std::pair<const Place *, const Value *>, 2> Stores;
};

struct Summary {
  std::vector<Effect> Effects;
  llvm::SmallVector<ExitState, 1> Exits;
  /// A budget was hit: effects are missing.
  bool Truncated = false;
};

/// Owns what effects share: situations, stacks, spawn sites, argument lists.
class EffectPool {
public:
  const Situation *situation(const Situation &S);
  const CallStack *stack(clang::SourceLocation Call,
                         const clang::FunctionDecl *Callee,
                         const CallStack *Next);
  const SpawnSite *spawn(const clang::Stmt *Site, const SpawnSite *Inner);
  llvm::ArrayRef<const Value *> list(llvm::ArrayRef<const Value *> Values);
  llvm::ArrayRef<FieldValue> fields(llvm::ArrayRef<FieldValue> Values) {
    return Values.copy(Memory);
  }

private:
  std::deque<Situation> Situations;
  std::multimap<size_t, const Situation *> SituationsByHash;
  llvm::DenseMap<std::pair<std::pair<const void *, const void *>, const void *>,
                 const CallStack *>
      Stacks;
  llvm::DenseMap<std::pair<const void *, const void *>, const SpawnSite *>
      Spawns;
  llvm::BumpPtrAllocator Memory;
};

/// Collects the effects of one function, each once.
class EffectList {
public:
  /// A function with more effects than this is cut, and says so.
  static constexpr size_t MaxEffects = 6000;
  /// Library calls are counted for themselves: races do not need them.
  static constexpr size_t MaxLibraryCalls = 1000;
  explicit EffectList(Summary &Into) : Into(Into) {}
  void add(const Effect &E);

private:
  Summary &Into;
  llvm::DenseMap<size_t, size_t> Seen; ///< by key, where it is in Effects
  size_t LibraryCalls = 0;
};

} // namespace heddle

#endif
