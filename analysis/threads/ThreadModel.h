//===- ThreadModel.h - which threads there are, and who runs with whom ----===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_THREADS_THREADMODEL_H
#define HEDDLE_ANALYSIS_THREADS_THREADMODEL_H

#include "analysis/Facts.h"
#include "analysis/summary/Engine.h"
#include <deque>

namespace heddle {

/// A thread of execution, or what stands for one.
struct Thread {
  enum Kind : uint8_t {
    Main,    ///< runs main
    Spawned, ///< started by its parent
    Caller,  ///< somebody outside the file who calls an exported function
    Before,  ///< runs static initialisers, before main
    Handler, ///< handles a signal that its parent can get; never parallel
  };
  Kind K = Spawned;
  const Thread *Parent = nullptr;
  const clang::FunctionDecl *Entry = nullptr;
  const SpawnSite *Site = nullptr; ///< as the parent names the start
  const Place *Handle = nullptr;
  clang::SourceLocation Started;
  const clang::FunctionDecl *StartedIn = nullptr;
  bool Many = false;
  unsigned Depth = 0;
  /// The parent's situations at the start.
  llvm::SmallVector<const Situation *, 2> AtStart;
  /// Everything it does, in its own terms, pointers resolved.
  std::vector<Effect> Effects;
  /// Threads of its own that may outlive it.
  ThreadList Outliving;
};

/// What runs before main: the initialiser of a variable, or a function with
/// the attribute.
struct Initialiser {
  const clang::VarDecl *Variable = nullptr;
  const clang::FunctionDecl *Function = nullptr;
  Summary Does;
};

/// Answers whether two effects can happen at the same time.
enum class Parallel : uint8_t { No, Unknown, Yes };

class ThreadModel {
public:
  explicit ThreadModel(Engine &E);

  const std::deque<Thread> &threads() const { return Threads; }
  const std::vector<Initialiser> &initialisers() const { return Initialisers; }
  bool hasMain() const { return HasMain; }
  Parallel mayRunInParallel(const Thread &TA, const Effect &A, const Thread &TB,
                            const Effect &B) const;
  /// A hand-over orders the two, or may do so.
  bool mayBeOrdered(const Thread &TA, const Effect &A, const Thread &TB,
                    const Effect &B) const;
  /// The effect lies between waiting for an object and signalling it.
  bool isSemaphoreGuarded(const Thread &T, const Effect &Of) const;
  /// The place with pointers that are set only once resolved.
  const Place *resolved(const Place *P) const;
  ThreadFact fact(const Thread &T) const;

private:
  void addRoots();
  Thread &addRoot(Thread::Kind K, const clang::FunctionDecl *F);
  void addInitialisers();
  void addChildren(Thread &Parent);
  const Place *handleOf(const Thread &Parent, const Effect &Spawn) const;
  void addChild(Thread &Parent, const Effect &Spawn, const Value *Entry);
  bool runsCode(const clang::VarDecl *Var) const;
  void instantiate(Thread &Child, const Effect &Spawn, const Value *Entry,
                   bool Many);
  bool bind(CallFrame &Frame, const Value *Callable,
            llvm::ArrayRef<const Value *> Args, bool Many);
  const Situation *withoutOwnLocks(const Situation &Theirs,
                                   const Situation &Mine);
  void noteFunctions(const Thread &T);
  void expandInvokes(Thread &T);
  void resolvePointers();
  bool admitsMany(const Place *Semaphore) const;
  bool signals(const Thread &T, const Place *Object) const;

  Engine &E;
  /// Functions that some thread stores in a place.
  llvm::MapVector<const Place *, llvm::SmallVector<const Value *, 2>>
      StoredFunctions;
  std::vector<FieldValue> InitialPointers;
  std::vector<Initialiser> Initialisers;
  /// Handlers and the signals that they are known for.
  llvm::DenseSet<std::pair<const Value *, const Value *>> Handled;
  std::deque<Thread> Threads;
  llvm::DenseMap<const Place *, const Place *> Targets;
  mutable llvm::DenseMap<const Place *, const Place *> Resolved;
  bool HasMain = false;
};

/// A lock that both sides hold in a way that excludes them, if any. \p Apart
/// says that the sides run in different threads of one start: a lock that
/// each of these has for itself is two locks.
const HeldLock *commonLock(const LockSet &A, const LockSet &B,
                           bool Apart = false);

} // namespace heddle

#endif
