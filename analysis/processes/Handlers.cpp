//===- Handlers.cpp - what signal handlers must not do --------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A handler runs in the middle of whatever the program does, perhaps in the
// middle of the function that it calls itself. So it may call only what can
// be interrupted anywhere (POSIX.1-2024, 2.4.3), and share only what is read
// and written in one step (C11 5.1.2.3, C++ [intro.races]).
//
//===----------------------------------------------------------------------===//

#include "analysis/processes/Processes.h"
#include "analysis/threads/Races.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/Basic/SourceManager.h"
#include <csignal>

using namespace clang;

namespace heddle {

namespace {

class HandlerSearch {
public:
  HandlerSearch(Engine &E, const ThreadModel &Model, ProcessFaults &Found)
      : E(E), Model(Model), Found(Found), SM(E.Context.getSourceManager()) {}

  void run() {
    for (const Thread &T : Model.threads())
      if (T.K == Thread::Handler && T.Entry)
        Handlers.push_back(&T);
    for (const Thread *Handler : Handlers)
      ForCrashes.try_emplace(Handler->Entry, isForCrashes(Handler->Entry));
    for (const Thread *Handler : Handlers) {
      findCalls(*Handler);
      findShared(*Handler);
    }
  }

private:
  void findCalls(const Thread &Handler);
  void findShared(const Thread &Handler);
  void compare(const Thread &Handler, const Effect &Mine);
  bool meets(const Thread &Handler, const Effect &Mine, const Thread &T,
             const Effect &Theirs) const;
  bool mayInterrupt(const Thread &Handler, const Thread &T,
                    const Effect &Theirs) const;
  bool isSafe(const Effect &Access) const;
  bool isUpdate(const Effect &Access) const;
  bool isForCrashes(const FunctionDecl *Handler) const;
  AccessFact accessFact(const Thread &T, const Effect &Of) const;
  ProcessFact factOf(ProcessKind Kind, const Thread &Handler,
                     const Effect &At) const;

  Engine &E;
  const ThreadModel &Model;
  ProcessFaults &Found;
  const SourceManager &SM;
  std::vector<const Thread *> Handlers;
  llvm::DenseMap<const FunctionDecl *, bool> ForCrashes;
  llvm::DenseSet<std::pair<const FunctionDecl *, const VarDecl *>> Shared;
};

} // namespace

//===----------------------------------------------------------------------===//
// Signals
//===----------------------------------------------------------------------===//

/// The numbers that a value may be: a constant, or any element of a table.
static bool addSignals(const Expr *Init, llvm::DenseSet<int64_t> &Into,
                       const ASTContext &Context) {
  Init = Init->IgnoreParenImpCasts();
  if (const auto *List = dyn_cast<InitListExpr>(Init)) {
    for (const Expr *Item : List->inits())
      // Of a table of structures, the integers are the signals.
      if (Item->getType()->isIntegerType() || isa<InitListExpr>(Item))
        if (!addSignals(Item, Into, Context))
          return false;
    return true;
  }
  auto Number = Init->getIntegerConstantExpr(Context);
  if (Number)
    Into.insert(Number->getSExtValue());
  return Number.has_value();
}

static bool isCrash(int64_t Signal) {
  return llvm::is_contained(
      {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP, SIGSYS}, Signal);
}

/// Every signal that the function handles says that the program is broken.
bool HandlerSearch::isForCrashes(const FunctionDecl *Handler) const {
  llvm::DenseSet<int64_t> Signals;
  for (const Thread &T : Model.threads())
    for (const Effect &Install : T.Effects) {
      if (Install.K != Effect::Process || Install.What != Op::Handle ||
          !Install.V || !Install.V->function() ||
          Install.V->function()->getDefinition() != Handler)
        continue;
      const Value *Signal = Install.Args.front();
      if (Signal && Signal->isConst()) {
        Signals.insert(Signal->constant());
        continue;
      }
      const VarDecl *Table = Signal && Signal->kind() == Value::Load
                                 ? Signal->place()->root()->var()
                                 : nullptr;
      const Expr *Init = Table ? Table->getAnyInitializer() : nullptr;
      if (!Init || !addSignals(Init, Signals, E.Context))
        return false;
    }
  return !Signals.empty() && llvm::all_of(Signals, isCrash);
}

//===----------------------------------------------------------------------===//
// Calls
//===----------------------------------------------------------------------===//

ProcessFact HandlerSearch::factOf(ProcessKind Kind, const Thread &Handler,
                                  const Effect &At) const {
  ProcessFact Fact;
  Fact.Kind = Kind;
  Fact.Where = At.Loc;
  Fact.E = At.E;
  Fact.In = At.In;
  Fact.Entry = Handler.Entry;
  Fact.Origin = Handler.Started;
  Fact.Calls = callFacts(At.Stack);
  Fact.Crash = ForCrashes.lookup(Handler.Entry);
  return Fact;
}

void HandlerSearch::findCalls(const Thread &Handler) {
  std::vector<UnsafeCall> Calls;
  for (const Effect &At : Handler.Effects) {
    if (auto Call = unsafeCall(At, E))
      Calls.push_back(*Call);
    if (At.K != Effect::Process || At.What != Op::Jump)
      continue;
    ProcessFact Fact = factOf(ProcessKind::JumpFromHandler, Handler, At);
    Fact.Name = At.V ? primitiveName(At.V->function()) : "longjmp";
    Found.add(Fact);
  }
  for (const UnsafeGroup &Group : grouped(Calls, nullptr, SM)) {
    ProcessFact Fact =
        factOf(ProcessKind::UnsafeInHandler, Handler, *Group.First.At);
    Fact.Name = Group.First.Name;
    Fact.Callee = Group.First.Callee;
    for (const UnsafeCall &More : Group.More) {
      AccessFact Beside;
      Beside.Name = More.Name;
      Beside.Where = More.At->Loc;
      Fact.Others.push_back(Beside);
    }
    Found.add(Fact);
  }
}

//===----------------------------------------------------------------------===//
// Variables
//===----------------------------------------------------------------------===//

static bool isAccess(const Effect &Of) {
  return Of.K == Effect::Read || Of.K == Effect::Write;
}

/// The declared type of a place that is not behind a pointer.
static QualType typeOf(const Place *P, const ASTContext &Context) {
  if (P->field())
    return P->field()->getType();
  if (P->isRoot() && P->var())
    return P->var()->getType();
  if (P->kind() != Place::Index)
    return QualType();
  QualType Whole = typeOf(P->base(), Context);
  return Whole.isNull() ? Whole : Context.getBaseElementType(Whole);
}

/// The access is one step: by the type of what it names, or by a builtin.
bool HandlerSearch::isSafe(const Effect &Access) const {
  if (Access.E)
    return isSignalSafe(Access.E->getType(), E);
  QualType Type = typeOf(Access.P, E.Context);
  bool Class = E.Table.kindOf(Type) == TypeKind::Atomic;
  return Access.Atomic && (!Class || isLockFreeAtomic(Type, E));
}

/// `++x`, `x += n`: a read and a write.
bool HandlerSearch::isUpdate(const Effect &Access) const {
  if (Access.K != Effect::Write || !Access.E || Access.Atomic ||
      E.Table.kindOf(Access.E->getType()) == TypeKind::Atomic)
    return false;
  auto Parents = E.Context.getParents(*Access.E);
  if (Parents.empty())
    return false;
  if (const auto *Op = Parents[0].get<UnaryOperator>())
    return Op->isIncrementDecrementOp();
  return Parents[0].get<CompoundAssignOperator>() != nullptr;
}

static SignalMask maskAt(const Thread &T, const Effect &At) {
  SignalMask Mask = At.At->Process.Mask;
  for (const Thread *Step = &T; Mask == SignalMask::AsBefore && Step->Parent;
       Step = Step->Parent)
    for (const Situation *Start : Step->AtStart)
      if (Start->Process.Mask != SignalMask::AsBefore)
        Mask = Start->Process.Mask;
  return Mask;
}

static bool isInstalled(const Thread &Handler, const ProcessState &At) {
  return llvm::any_of(At.Handlers, [&](const HandlerRecord &R) {
    return R.Handler && R.Handler->function() &&
           R.Handler->function()->getDefinition() == Handler.Entry;
  });
}

/// The handler may run in the middle of what the thread does there.
bool HandlerSearch::mayInterrupt(const Thread &Handler, const Thread &T,
                                 const Effect &Theirs) const {
  SignalMask Mask = maskAt(T, Theirs);
  if (Mask == SignalMask::Blocked || Mask == SignalMask::Unknown)
    return false;
  if (isInstalled(Handler, Theirs.At->Process))
    return true;
  for (const Thread *Step = &T; Step->Parent; Step = Step->Parent)
    for (const Situation *Start : Step->AtStart)
      if (isInstalled(Handler, Start->Process))
        return true;
  return false;
}

/// Nobody knows when a function is called from outside: that what the handler
/// has stored is read, or that both count, is meant to happen afterwards.
static bool isMeantForHandler(const Effect &Mine, const Effect &Theirs,
                              bool Update) {
  return Mine.K == Effect::Write && (Theirs.K == Effect::Read || Update);
}

bool HandlerSearch::meets(const Thread &Handler, const Effect &Mine,
                          const Thread &T, const Effect &Theirs) const {
  if (!isAccess(Theirs) ||
      !mustMeet(Model.resolved(Mine.P), Model.resolved(Theirs.P)))
    return false;
  if (Mine.K != Effect::Write && Theirs.K != Effect::Write)
    return false;
  if (T.K == Thread::Caller) {
    SignalMask Mask = maskAt(T, Theirs);
    return Mask != SignalMask::Blocked && Mask != SignalMask::Unknown &&
           isMeantForHandler(Mine, Theirs, isUpdate(Theirs));
  }
  return mayInterrupt(Handler, T, Theirs);
}

AccessFact HandlerSearch::accessFact(const Thread &T, const Effect &Of) const {
  AccessFact Fact;
  Fact.Name = Of.P->str();
  Fact.Write = Of.K == Effect::Write;
  Fact.Atomic = Of.Atomic;
  Fact.Where = Of.Loc;
  Fact.E = Of.E;
  Fact.In = Of.In;
  Fact.Thread = Model.fact(T);
  Fact.Calls = callFacts(Of.Stack);
  return Fact;
}

/// Looks for the program's side of a handler's access.
void HandlerSearch::compare(const Thread &Handler, const Effect &Mine) {
  const VarDecl *Var = Model.resolved(Mine.P)->root()->var();
  for (const Thread &T : Model.threads()) {
    if (T.K == Thread::Handler || T.K == Thread::Before)
      continue;
    for (const Effect &Theirs : T.Effects) {
      if (Theirs.In == Handler.Entry || !meets(Handler, Mine, T, Theirs))
        continue;
      bool Safe = isSafe(Mine) && isSafe(Theirs);
      bool Update = Safe && Mine.K == Effect::Write && isUpdate(Theirs);
      if (Safe && !Update)
        continue;
      if (!Shared.insert({Handler.Entry, Var}).second)
        return;
      ProcessFact Fact = factOf(Update ? ProcessKind::UpdatedBeside
                                       : ProcessKind::SharedWithHandler,
                                Handler, Update ? Theirs : Mine);
      Fact.Name = (Update ? Theirs : Mine).P->str();
      Fact.Write = (Update ? Theirs : Mine).K == Effect::Write;
      Fact.Variable = Var;
      Fact.Others.push_back(Update ? accessFact(Handler, Mine)
                                   : accessFact(T, Theirs));
      Found.add(Fact);
      return;
    }
  }
}

/// One finding for each variable, at the handler's first write if it has one.
void HandlerSearch::findShared(const Thread &Handler) {
  for (Effect::Kind K : {Effect::Write, Effect::Read})
    for (const Effect &Mine : Handler.Effects) {
      const Place *P = Mine.K == K ? Model.resolved(Mine.P) : nullptr;
      if (P && P->root()->kind() == Place::Global &&
          !Shared.contains({Handler.Entry, P->root()->var()}))
        compare(Handler, Mine);
    }
}

void findHandlerFaults(Engine &E, const ThreadModel &Model,
                       ProcessFaults &Found) {
  HandlerSearch(E, Model, Found).run();
}

} // namespace heddle
