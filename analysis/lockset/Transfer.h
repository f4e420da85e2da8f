//===- Transfer.h - what one event does to a state ------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_LOCKSET_TRANSFER_H
#define HEDDLE_ANALYSIS_LOCKSET_TRANSFER_H

#include "analysis/events/Event.h"
#include "analysis/lockset/Program.h"
#include "analysis/places/AtomicOperation.h"
#include "analysis/places/Evaluator.h"
#include "analysis/summary/Compose.h"

namespace heddle {

/// Interprets the events of one function. An event may fork a state (a try
/// operation succeeds or fails, a callee has several ways out).
class Transfer {
public:
  using States = llvm::SmallVector<State, 2>;

  Transfer(Domain &D, const Primitives &Table, Program &P, EffectPool &Pool,
           const clang::FunctionDecl *F);

  /// Applies the event to every state. Effects are recorded in \p Sink unless
  /// it is null.
  void apply(const Event &E, States &All, EffectList *Sink);
  /// What the choice of a branch adds to a state: hand-overs that were seen,
  /// locks built from atomics that were won.
  void enterBranch(const clang::Expr *Condition, bool Holds, State &S);
  /// The call joins or waits, itself or in what it calls.
  bool isWaiting(const clang::Expr *Call) const;
  /// The wait or join in a loop's body has happened once the loop is left,
  /// even if the body is not seen to run (assumption A4).
  void leaveLoop(llvm::ArrayRef<const Event *> Body, State &S);
  /// The joins in a branch that a stored flag guards are taken whenever the
  /// thread was started (assumption A7).
  void skipBranch(const clang::Expr *Condition,
                  llvm::ArrayRef<const Event *> Body, State &S);
  /// The local static's initialiser runs, or has run, on this branch.
  void enterStatic(const clang::VarDecl *Var, bool First, State &S);
  /// The locks that the function's attributes promise.
  void enterFunction(State &S);
  void leaveFunction(State &S);
  Evaluator &evaluator() { return Eval; }
  /// Adds what the state knows of unchanged parameters.
  void addGiven(Situation &Into, const Environment &Env);

private:
  // Accesses (Access.cpp).
  void access(const clang::Expr *LValue, bool Write, const clang::Expr *Init,
              clang::SourceLocation Loc, State &S);
  void touch(const Place *P, bool Write, bool Atomic, const Value *Stored,
             const clang::Expr *E, clang::SourceLocation Loc, State &S);
  bool isShareable(const Place *P, const clang::Expr *E) const;
  void store(const Place *P, const Value *V, State &S, bool Pointer = false);
  const Value *updated(const Place *P, const clang::Expr *Init, State &S);
  void onStore(const Event &E, State &S);
  void onDeclare(const Event &E, State &S);
  void onAtomic(const clang::Expr *E, clang::SourceLocation Loc, State &S);
  void onObjectCall(const CallShape &Call, const clang::Expr *E, State &S);
  void touchPointees(const CallShape &Call, uint16_t Mask, bool Write,
                     State &S);
  void forget(const Place *P, State &S);
  void moveObject(const Place *From, const Place *To, State &S);
  void dropSharedFacts(State &S);
  void publish(const Place *Object, const Place *Holder, State &S);
  void initialiseList(const Place *P, const clang::InitListExpr *List,
                      State &S);

  // Locks and guards (Locking.cpp).
  void acquire(const Place *Lock, bool Shared, State &S, bool Record = true);
  void release(const Place *Lock, State &S);
  void onLockRow(const CallShape &Call, const clang::Expr *E, State &S);
  void onGuardRow(const CallShape &Call, const clang::Expr *E, State &S);
  void onAttributes(const CallShape &Call, const clang::Expr *E, State &S);
  void tryLock(const Place *Lock, bool Shared, Success When,
               const clang::Expr *E, State &S, int Failure = 0);
  void choose(const CallShape &Call, unsigned Which, State &S);
  void constructGuard(const Place *Guard, TypeKind Kind, const CallShape &Call,
                      State &S);
  void lockGuard(const Place *Guard, bool Shared, State &S, bool Record = true);
  void unlockGuard(const Place *Guard, State &S);
  llvm::SmallVector<const Place *, 2> guarded(const Place *Guard,
                                              const State &S) const;
  void onWait(const CallShape &Call, const clang::Expr *E, State &S);
  const Place *waitedLock(const CallShape &Call, const State &S);
  void addCapabilities(State &S, bool Add);
  const Place *capability(const clang::Expr *Arg, const CallFrame *Frame,
                          const State &S);

  void leaveLoop(const Event &InBody, State &S, const State &Inside);

  // Threads and hand-over (Threading.cpp).
  void onThreadRow(const CallShape &Call, const clang::Expr *E, State &S);
  void spawn(const Place *Handle, const Value *Entry,
             llvm::ArrayRef<const Value *> Args, const clang::Expr *E,
             State &S);
  llvm::ArrayRef<FieldValue> fieldsOf(llvm::ArrayRef<const Value *> Args,
                                      const State &S);
  void constructThread(const Place *Handle, const CallShape &Call,
                       const clang::Expr *E, State &S);
  void onOnce(const CallShape &Call, const clang::Expr *E, State &S);
  void onInsert(const CallShape &Call, const clang::Expr *E, State &S);
  const Place *joinedHandle(const CallShape &Call, const State &S);
  void joinHandles(const CallShape &Call, State &S, const State &Inside);
  void signal(const Place *P, State &S);

  // Waiting for others, and sharing a thread with them (Waiting.cpp).
  void noteBlocking(const CallShape &Call, const clang::Expr *E,
                    const State &S);
  void notePosts(const BlockingCall &Row, const CallShape &Call,
                 const clang::Expr *E, const State &S);
  void noteEndOfThread(const Place *Handle, clang::QualType Type,
                       const State &S);
  bool isSignalled(const CallShape &Call, const State &S) const;
  const Value *decider(const BlockingCall &Row, const CallShape &Call,
                       const State &S);
  const Value *timeLimit(const clang::Expr *Arg, const State &S);
  void onSuspend(const Event &E, State &S);
  // Processes and signals (Processes.cpp).
  void noteLibraryCall(const CallShape &Call, const clang::Expr *E,
                       const State &S);
  void noteUnknownCall(const CallShape &Call, const clang::Expr *E,
                       const State &S);
  void noteRuntime(const clang::Expr *E, clang::SourceLocation Loc,
                   const State &S);
  void recordProcess(const CallShape &Call, const clang::Expr *E,
                     const Value *V, const SpawnSite *Name, const State &S);
  void onProcessRow(const CallShape &Call, const clang::Expr *E, State &S);
  void onFork(const CallShape &Call, const clang::Expr *E, State &S);
  void onHandle(const CallShape &Call, const clang::Expr *E, State &S);
  void onMask(const CallShape &Call, State &S);
  bool isForkResult(const clang::Expr *Init, const Value *V,
                    const State &S) const;
  void forgetForkResults(const Summary &Callee, Substitution &Subst, State &S);
  void judgeBorrower(const Event &E, const State &S);

  // Calls (Calls.cpp).
  void onCall(const Event &E, State &S);
  void onRow(const CallShape &Call, const clang::Expr *E, State &S);
  void onObjectRow(const CallShape &Call, const clang::Expr *E, State &S);
  void onAsync(const CallShape &Call, const clang::Expr *E, State &S);
  void onInitLock(const CallShape &Call, const clang::Expr *E, State &S);
  void onSetLockType(const CallShape &Call, State &S);
  void onSwap(const CallShape &Call, const clang::Expr *E, State &S);
  void onInvoke(const CallShape &Call, const clang::Expr *E, State &S);
  void onAllocate(const CallShape &Call, const clang::Expr *E, State &S);
  bool onAssignment(const CallShape &Call, const clang::Expr *E, State &S);
  void onIndirectCall(const CallShape &Call, const clang::Expr *E, State &S);
  bool onConstruct(const Event &E, const CallShape &Call, State &S);
  void onConveyed(const Event &E, const CallShape &Call, State &S);
  void onUnknownCallee(const CallShape &Call, const clang::Expr *E, State &S);
  const Place *targetOf(const Event &E);
  CallFrame frameOf(const CallShape &Call, const clang::Expr *E,
                    const State &S);
  /// Fills in the frame from a callable and the arguments it is called with.
  bool bindCallable(CallFrame &Frame, const Value *Callable,
                    llvm::ArrayRef<const Value *> Args);
  void callFunction(CallFrame &Frame, State &S);
  void callTargets(llvm::ArrayRef<const clang::FunctionDecl *> Targets,
                   CallFrame &Frame, State &S);
  void callValue(const Value *Callable, llvm::ArrayRef<const Value *> Args,
                 const clang::Expr *E, State &S);
  void callEach(const CallShape &Call, const clang::Expr *E, State &S);
  void swapObjects(const CallShape &Call, const clang::Expr *E, State &S);
  void exchange(const Place *From, const Place *To, State &S);
  /// The element of a container that stands for all of them.
  const Place *elementOf(const Place *Container, clang::QualType Type);
  void resolveInvokes(const Effect &E, Substitution &Subst, const State &S,
                      unsigned Depth);
  void destroy(const Place *P, clang::QualType Type, clang::SourceLocation Loc,
               const clang::Stmt *Site, State &S, unsigned Depth = 0);
  void destroyPointee(const Place *P, clang::QualType Type,
                      clang::SourceLocation Loc, const clang::Stmt *Site,
                      State &S, unsigned Depth);
  void destroyObject(const Place *P, clang::QualType Type,
                     clang::SourceLocation Loc, const clang::Stmt *Site,
                     State &S, unsigned Depth);
  void releaseGuard(const Place *Guard, clang::QualType Type,
                    const clang::Stmt *Site, State &S);
  /// The method of a user-written lock class that a guard calls.
  static const clang::CXXMethodDecl *lockMethod(clang::QualType Type,
                                                llvm::StringRef Name);
  void callMethod(const clang::CXXMethodDecl *Method, const Place *Object,
                  const clang::Stmt *Site, clang::SourceLocation Loc, State &S);

  bool isGiven(const Place *P, const Value *Known) const;
  Effect effect(Effect::Kind K, const Place *P, clang::SourceLocation Loc,
                const State &S);
  void record(const Effect &E);
  void apply(const Event &E, State &S);

  Domain &D;
  const Primitives &Table;
  Program &P;
  EffectPool &Pool;
  const clang::FunctionDecl *F;
  Evaluator Eval;
  EffectList *Sink = nullptr;
  /// States that the current event makes out of one: see fork().
  States *Forks = nullptr;
  clang::SourceLocation Here;
  const clang::Expr *HereExpr = nullptr;
  const Place *HereTarget = nullptr;
  bool ResultUsed = false;
  bool ChosenLock = false;
  bool Unreachable = false;
  unsigned CallDepth = 0;
  /// What addGiven() found last, and where: most events leave the environment
  /// as it is.
  Environment GivenIn;
  decltype(Situation::Given) Given;
};

} // namespace heddle

#endif
