//===- Facts.h - what the analysis knows of a translation unit ------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The one header of the analysis that a check includes. Questions are named
// may (errs towards yes) or must (errs towards no). Answers are values and
// locations; no text for the user is made here but the names of things.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_FACTS_H
#define HEDDLE_ANALYSIS_FACTS_H

#include "analysis/primitives/Blocking.h"
#include "analysis/primitives/Settings.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/SmallVector.h"
#include <memory>
#include <string>
#include <vector>

namespace heddle {

class Engine;

/// A lock as a finding names it.
struct LockFact {
  std::string Name;
  bool Shared = false;
  /// Where it was taken; invalid when unknown.
  clang::SourceLocation Where;
  /// The lock's declaration, when it is a variable or a field.
  const clang::ValueDecl *Decl = nullptr;
  /// The lock is a variable that any function of the file can name.
  bool IsVariable = false;
};

/// A thread as a finding names it.
struct ThreadFact {
  /// The function it runs; null for a caller from outside the file.
  const clang::FunctionDecl *Entry = nullptr;
  /// Where it is started; invalid for the main thread.
  clang::SourceLocation Started;
  bool IsMain = false;
  /// Several threads of this kind may run at once.
  bool Many = false;
};

/// A call on the way from a thread's entry to an event.
struct CallFact {
  clang::SourceLocation Where;
  const clang::FunctionDecl *Callee;
};

/// One access to shared memory.
struct AccessFact {
  std::string Name; ///< as the program spells it
  bool Write = false;
  bool Atomic = false;
  clang::SourceLocation Where;
  const clang::Expr *E = nullptr; ///< the lvalue, when there is one
  const clang::FunctionDecl *In = nullptr;
  std::vector<LockFact> Locks;
  ThreadFact Thread;
  std::vector<CallFact> Calls;
};

enum class RaceKind : uint8_t {
  NeverLocked,     ///< no access to the place is locked
  LockedElsewhere, ///< other accesses hold Guard, this one holds no lock
  DifferentLocks,  ///< both sides hold a lock, but not the same
  SharedWrite,     ///< Guard is held on both sides, but only as a reader
  DoubleChecked,   ///< tested without Guard, then tested and set under it
  MixedAtomic,     ///< atomic on the other side, plain here
};

/// Two accesses to one place that may run in parallel, at least one a write,
/// with no lock in common. The places must be the same, the runs may overlap.
struct RaceFact {
  RaceKind Kind;
  const clang::VarDecl *Variable;
  AccessFact Access; ///< the one to complain about
  AccessFact Other;
  /// The lock that guards the place elsewhere.
  LockFact Guard;
  /// Concluded from the lock alone: no threads were seen.
  bool Inferred = false;
  /// The same line is also reached with Guard held.
  bool AlsoGuarded = false;
};

/// A thread takes Wanted while it holds Held.
struct LockEdgeFact {
  LockFact Held, Wanted;
  clang::SourceLocation Where; ///< of Wanted
  const clang::Expr *E = nullptr;
  const clang::FunctionDecl *In = nullptr;
  ThreadFact Thread;
  std::vector<CallFact> Calls;
};

enum class DeadlockKind : uint8_t {
  Cycle,         ///< several threads take the locks in a cyclic order
  Relock,        ///< a thread takes a lock that it holds
  Upgrade,       ///< a thread holding the lock as reader wants it as writer
  ArgumentOrder, ///< one function locks two objects in its arguments' order
};

struct DeadlockFact {
  DeadlockKind Kind;
  /// In order: each Wanted is the next one's Held.
  std::vector<LockEdgeFact> Edges;
};

/// Code that shares its thread with other code: a coroutine, or a function
/// that an event loop calls.
struct LoopCodeFact {
  const clang::FunctionDecl *Function;
  bool Coroutine = false;
  /// Where the callback is handed to the loop; invalid for a coroutine.
  clang::SourceLocation Posted;
};

/// A lock that is not only held for an instant: somewhere a thread waits, or
/// a coroutine is suspended, while it is held.
struct LongLockFact {
  LockFact Lock;
  Blocking During = Blocking::No; ///< No: the coroutine is suspended
  std::string Name;               ///< the function that waits
  clang::SourceLocation Where;
  const clang::FunctionDecl *In = nullptr;
};

/// A call that keeps the thread of such code waiting.
struct BlockingFact {
  Blocking Kind;
  std::string Name; ///< of the function, or of the lock
  clang::SourceLocation Where;
  const clang::Expr *E = nullptr; ///< the call, when it is one
  /// What does the same and does not block, when a table or the user says.
  std::string Instead;
  LoopCodeFact Code;
  std::vector<CallFact> Calls;
  bool HoldsLock = false;
  /// For a lock: who holds it long. Its place is invalid if nobody does.
  LongLockFact Held;
};

enum class ProcessKind : uint8_t {
  UnsafeInHandler,   ///< a signal handler calls what may be interrupted
  JumpFromHandler,   ///< a signal handler does not return
  SharedWithHandler, ///< a handler and the program share a plain variable
  UpdatedBeside,     ///< an update in several steps, a handler in between
  ForkWithThreads,   ///< the child goes on without its parent's threads
  UnsafeInChild,     ///< between fork and exec, with threads in the parent
  LockInChild,       ///< the same: a lock that a thread may have held
  HeldAtFork,        ///< the child waits for a lock that it inherited
  VforkMisuse,       ///< the child of vfork does more than to exec
  PrivateVariable,   ///< a child changes its own copy, the parent reads its
  PrivateLock,       ///< each process has a lock of its own
  UnsharedLock,      ///< a lock in shared memory that is not made for it
  ThreadBeforeMain,  ///< a thread starts before main and nobody joins it
  ThreadTooEarly,    ///< ... and uses what is not made yet
  ForkBeforeMain,    ///< two processes run main
  LoopBeforeMain,    ///< main waits for an event loop
  ThreadAfterMain,   ///< a thread starts when main has ended
  UsesDestroyed,     ///< a thread runs on while static objects are destroyed
};

/// Something that a process, a signal or the time around main makes unsafe.
struct ProcessFact {
  ProcessKind Kind;
  clang::SourceLocation Where;
  /// What stands at Where: a call, an access, or an operation of the language.
  const clang::Expr *E = nullptr;
  const clang::FunctionDecl *In = nullptr;
  /// What is called, accessed or locked.
  std::string Name;
  bool Write = false;
  const clang::FunctionDecl *Callee = nullptr;
  const clang::VarDecl *Variable = nullptr;
  /// The signal handler, or what runs before or after main.
  const clang::FunctionDecl *Entry = nullptr;
  /// Where the handler is installed, the process forks, the object lies.
  clang::SourceLocation Origin;
  /// From the handler or the fork down to Where.
  std::vector<CallFact> Calls;
  /// Threads that may be running.
  std::vector<ThreadFact> Threads;
  /// The other side, or more of the same below the same call.
  std::vector<AccessFact> Others;
  /// The handler is for the signals of crashes alone.
  bool Crash = false;
};

class Facts {
public:
  /// The facts of a translation unit: computed at the first question, kept
  /// until the AST dies. Safe to call from several threads for several ASTs.
  /// Whoever asks first must bring the settings.
  static const Facts &of(clang::ASTContext &Context,
                         const Settings &Wanted = {});
  ~Facts();

  /// Races on variables of static storage duration, in order of location.
  llvm::ArrayRef<RaceFact> mayRaceOnGlobals() const { return Races; }
  /// Deadlocks that locks alone can make.
  llvm::ArrayRef<DeadlockFact> mayDeadlock() const { return Deadlocks; }
  /// What keeps the thread of a coroutine or an event loop waiting, each call
  /// once, with the shortest way there, in order of location.
  llvm::ArrayRef<BlockingFact> mayBlock() const { return Blocks; }
  /// What processes, signals and the time around main make unsafe, in order
  /// of location. Callees must be on the way, locks may be held.
  llvm::ArrayRef<ProcessFact> mayBreakProcesses() const { return Processes; }
  /// Every place at which the variable is used in the translation unit's own
  /// code, in the order of the source.
  llvm::ArrayRef<const clang::DeclRefExpr *>
  usesOf(const clang::VarDecl *Var) const;
  Engine &engine() const { return *Impl; }

private:
  Facts(clang::ASTContext &Context, const Settings &Wanted);
  std::unique_ptr<Engine> Impl;
  std::vector<RaceFact> Races;
  std::vector<DeadlockFact> Deadlocks;
  std::vector<BlockingFact> Blocks;
  std::vector<ProcessFact> Processes;
};

} // namespace heddle

#endif
