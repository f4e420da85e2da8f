//===- Processes.cpp - forks, signals, and calls that not all may make ----===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// fork makes three states: the child with 0, the parent with a number above
// zero, and the failure with -1. The child has the locks of the thread that
// forked, and no thread beside itself. An exec that succeeds does not return;
// what follows one is not the child's any more (assumption A30).
//
//===----------------------------------------------------------------------===//

#include "analysis/lockset/Transfer.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace heddle {

/// As Linux has them.
static constexpr int SigBlock = 0, SigUnblock = 1;

/// A call that a caller further up may have to do without.
void Transfer::noteLibraryCall(const CallShape &Call, const Expr *E,
                               const State &S) {
  if (!Sink || !F || !Call.Callee || !P.minds(F, S.S.Process.Child) ||
      !P.isTabled(Call.Callee))
    return;
  Effect New = effect(Effect::Library, nullptr, E->getExprLoc(), S);
  New.V = D.Places.function(Call.Callee);
  New.E = E;
  record(New);
}

/// A function of another file, which may do anything, exec included.
void Transfer::noteUnknownCall(const CallShape &Call, const Expr *E,
                               const State &S) {
  const SourceManager &SM = Call.Callee->getASTContext().getSourceManager();
  if (!Sink || !F || !P.minds(F, S.S.Process.Child) || Call.Callee->hasBody() ||
      Call.Callee->getBuiltinID() ||
      SM.isInSystemHeader(Call.Callee->getLocation()))
    return;
  Effect New = effect(Effect::Process, nullptr, E->getExprLoc(), S);
  New.V = D.Places.function(Call.Callee);
  New.E = E;
  record(New);
}

/// What the language does by calling its library: new, throw, dynamic_cast.
void Transfer::noteRuntime(const Expr *E, SourceLocation Loc, const State &S) {
  if (!Sink || !F || !P.minds(F, S.S.Process.Child))
    return;
  Effect New = effect(Effect::Library, nullptr, Loc, S);
  New.E = E;
  record(New);
}

void Transfer::recordProcess(const CallShape &Call, const Expr *E,
                             const Value *V, const SpawnSite *Name,
                             const State &S) {
  if (!Sink)
    return;
  Effect New = effect(Effect::Process, nullptr, E->getExprLoc(), S);
  New.What = Call.Row->What;
  New.V = V;
  New.E = E;
  New.Thread = Name;
  record(New);
}

void Transfer::onProcessRow(const CallShape &Call, const Expr *E, State &S) {
  ProcessState &Process = S.S.Process;
  switch (Call.Row->What) {
  case Op::Fork:
  case Op::VFork:
  case Op::Daemon:
    return onFork(Call, E, S);
  case Op::Exec:
    recordProcess(Call, E, nullptr, nullptr, S);
    if (!Process.Borrows) {
      Process.Child = nullptr;
      Process.Replaced = true;
    }
    return;
  case Op::Exit:
  case Op::RunLoop:
  case Op::Jump:
    return recordProcess(Call, E, D.Places.function(Call.Callee), nullptr, S);
  case Op::Reap:
    return Process.reap();
  case Op::Handle:
  case Op::HandleBy:
    return onHandle(Call, E, S);
  case Op::MaskSignals:
  case Op::BlockSignals:
  case Op::OpenSignals:
    return onMask(Call, S);
  case Op::AtFork:
  case Op::AtExit:
    return recordProcess(Call, E, Eval.roleValue(Call, Call.Row->Second, S.Env),
                         nullptr, S);
  default:
    return;
  }
}

void Transfer::onFork(const CallShape &Call, const Expr *E, State &S) {
  const SpawnSite *Name = Pool.spawn(E, nullptr);
  Op What = Call.Row->What;
  recordProcess(Call, E, D.Places.function(Call.Callee), Name, S);
  const Place *Result = D.Places.temp(E);
  auto Returns = [&](State &After, ForkRecord::Role Role, const Value *V) {
    After.S.Process.note(Name, Role);
    After.Env = D.Environments.add(After.Env, Result->id(), V);
  };
  State Failed = S;
  Returns(Failed, ForkRecord::Failed, D.Places.failure());
  if (What != Op::Daemon) {
    State Parent = S;
    Returns(Parent, ForkRecord::Parent, D.Places.positive());
    Forks->push_back(Parent);
  }
  Forks->push_back(Failed);
  // The child is the state that goes on here: it comes after its parent.
  Returns(S, ForkRecord::Child, D.Places.constant(0));
  S.S.Running.clear();
  S.S.Started.clear();
  S.S.Process.Alone = true;
  S.S.Process.Child = What == Op::Daemon ? nullptr : Name;
  S.S.Process.Borrows = What == Op::VFork;
}

/// The first field that holds a function: `action.sa_handler`, which may lie
/// in a union with others.
static const Place *callableField(const Place *Object, QualType Type,
                                  PlaceFactory &Places) {
  const RecordDecl *Record = Type->getAsRecordDecl();
  if (!Record || !Record->getDefinition())
    return nullptr;
  for (const FieldDecl *Field : Record->getDefinition()->fields()) {
    const Place *P = Places.field(Object, Field);
    if (Field->getType()->isFunctionPointerType())
      return P;
    if (Field->getType()->isUnionType())
      return callableField(P, Field->getType(), Places);
  }
  return nullptr;
}

void Transfer::onHandle(const CallShape &Call, const Expr *E, State &S) {
  const Value *Handler = Eval.roleValue(Call, Call.Row->Second, S.Env);
  if (Call.Row->What == Op::HandleBy) {
    const Place *Action = D.Places.deref(Handler);
    QualType Type =
        Action ? Call.Args[Call.Row->Second]->getType() : QualType();
    if (Type.isNull() || !Type->isPointerType())
      return;
    Handler = Eval.loadFrom(
        callableField(Action, Type->getPointeeType(), D.Places), S.Env);
  }
  const Value *Signal = Eval.roleValue(Call, Call.Row->Object, S.Env);
  if (Signal && !Signal->isConst() && Signal->kind() != Value::Load)
    Signal = nullptr;
  if (Sink && Handler && !Handler->isConst()) {
    Effect New = effect(Effect::Process, nullptr, E->getExprLoc(), S);
    New.What = Op::Handle;
    New.V = Handler;
    New.E = E;
    New.Args = Pool.list({Signal});
    record(New);
  }
  S.S.Process.setHandler({Signal, Handler});
}

void Transfer::onMask(const CallShape &Call, State &S) {
  SignalMask &Mask = S.S.Process.Mask;
  if (Call.Row->What == Op::BlockSignals) {
    Mask = SignalMask::Blocked;
  } else if (Call.Row->What == Op::OpenSignals) {
    Mask = SignalMask::Open;
  } else {
    // Without a set it only asks.
    const Value *Set = Eval.roleValue(Call, Call.Row->Second, S.Env);
    if (Set && Set->isConst(0))
      return;
    const Value *How = Eval.roleValue(Call, Call.Row->Object, S.Env);
    const Value *Old = Eval.roleValue(Call, Call.Row->Second + 1, S.Env);
    // Of whole masks the first one is kept and put back at the end.
    bool PutsBack = Mask == SignalMask::Blocked && Old && Old->isConst(0);
    if (How && How->isConst(SigBlock))
      Mask = SignalMask::Blocked;
    else if ((How && How->isConst(SigUnblock)) || PutsBack)
      Mask = SignalMask::Open;
    else
      Mask = SignalMask::Unknown;
  }
}

/// What fork returned stays known where it is stored in shared memory, too.
bool Transfer::isForkResult(const Expr *Init, const Value *V,
                            const State &S) const {
  if (!Init || !V || S.S.Process.Forks.empty())
    return false;
  const Expr *E = Init->IgnoreParenCasts();
  if (const auto *Op = dyn_cast<BinaryOperator>(E))
    if (Op->getOpcode() == BO_Assign)
      return isForkResult(Op->getRHS(), V, S);
  bool Result = V->isNonZero() || V->isConst(0);
  return Result && isa<CallExpr>(E) && S.Env.contains(D.Places.temp(E)->id());
}

/// A callee changes what is still known of a result of fork.
void Transfer::forgetForkResults(const Summary &Callee, Substitution &Subst,
                                 State &S) {
  if (S.S.Process.Forks.empty())
    return;
  Environment Old = S.Env;
  for (const auto &[Id, V] : Old) {
    const Place *Shared = D.Places.byId(Id);
    bool Integer = V && (V->isNonZero() || V->isConst());
    if (!Integer || Shared->root()->kind() != Place::Global)
      continue;
    if (llvm::any_of(Callee.Effects, [&](const Effect &E) {
          return E.K == Effect::Write && Subst.place(E.P) == Shared;
        }))
      S.Env = D.Environments.remove(S.Env, Id);
  }
}

/// The child of vfork may store the number it got, exec and _exit.
void Transfer::judgeBorrower(const Event &E, const State &S) {
  const Value *Called = nullptr;
  switch (E.K) {
  case Event::Call: {
    CallShape Call = Eval.shapeOf(E.E);
    bool Allowed = Call.Row && (Call.Row->What == Op::Exec ||
                                Call.Row->What == Op::EndProcess);
    bool Macro = Call.Callee && Call.Callee->getIdentifier() &&
                 Call.Callee->getName() == "__errno_location";
    if (Allowed || Macro || !Call.Callee)
      return;
    Called = D.Places.function(Call.Callee);
    break;
  }
  case Event::Store:
    if (isForkResult(E.Init, Eval.value(E.Init, S.Env), S))
      return;
    break;
  case Event::Declare:
    if (!E.Init || isForkResult(E.Init, Eval.value(E.Init, S.Env), S))
      return;
    break;
  case Event::Update:
  case Event::Return:
    break;
  default:
    return;
  }
  Effect New = effect(Effect::Misuse, nullptr, E.Loc, S);
  New.E = E.K == Event::Return ? nullptr : E.E ? E.E : E.Init;
  New.V = Called;
  record(New);
}

} // namespace heddle
