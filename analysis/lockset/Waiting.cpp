//===- Waiting.cpp - who keeps a thread waiting, who shares one -----------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Effects for those who ask what a coroutine or the callback of an event loop
// waits for. They are recorded in all functions of a file that has such code:
// a lock is waited for as long as any thread holds it.
//
//===----------------------------------------------------------------------===//

#include "analysis/lockset/Transfer.h"
#include "analysis/primitives/Executors.h"

using namespace clang;

namespace heddle {

/// The argument in a role, if the call has it.
static const Expr *argument(const CallShape &Call, int Role) {
  bool There = Role >= 0 && Role < static_cast<int>(Call.Args.size());
  return There ? Call.Args[Role] : nullptr;
}

/// Zero, if the time limit is; null if it is not known. A pointer to a time
/// is zero when all fields are, a null pointer is no limit.
const Value *Transfer::timeLimit(const Expr *Arg, const State &S) {
  if (isZeroTime(Arg, F->getASTContext()) && !Arg->getType()->isPointerType())
    return D.Places.constant(0);
  if (Arg->getType()->isIntegralOrEnumerationType())
    return Eval.value(Arg, S.Env);
  if (!Arg->getType()->isPointerType())
    return nullptr;
  const Place *Time = D.Places.deref(Eval.value(Arg, S.Env));
  const RecordDecl *Record =
      Arg->getType()->getPointeeType()->getAsRecordDecl();
  Record = Record ? Record->getDefinition() : nullptr;
  if (!Time || !Record)
    return nullptr;
  for (const FieldDecl *Field : Record->fields()) {
    const Value *V = Field->isUnnamedBitField()
                         ? D.Places.constant(0)
                         : Eval.loadFrom(D.Places.field(Time, Field), S.Env);
    if (!V || !V->isConst(0))
      return nullptr;
  }
  return D.Places.constant(0);
}

/// The argument that says whether the call waits: its time limit or its flags.
const Value *Transfer::decider(const BlockingCall &Row, const CallShape &Call,
                               const State &S) {
  if (const Expr *Time = argument(Call, Row.Time))
    return timeLimit(Time, S);
  const Expr *Flags = argument(Call, Row.Flags);
  if (!Flags)
    return nullptr;
  if (auto Known = constantOf(Flags, F->getASTContext()))
    return D.Places.constant(*Known);
  return Eval.value(Flags, S.Env);
}

/// Making an object out of nothing or out of its like reads no device.
static bool isPlainConstruction(const FunctionDecl *F) {
  const auto *Ctor = dyn_cast<CXXConstructorDecl>(F);
  return Ctor &&
         (Ctor->isDefaultConstructor() || Ctor->isCopyOrMoveConstructor());
}

/// The function has signalled what it waits for, or the promise of the future.
bool Transfer::isSignalled(const CallShape &Call, const State &S) const {
  if (!Call.Row || (Call.Row->What != Op::Join && Call.Row->What != Op::Await))
    return false;
  const Place *Object =
      D.Places.deref(Eval.roleAddress(Call, Call.Row->Object, S.Env));
  const Value *Promise = Object ? Eval.loadFrom(Object, S.Env) : nullptr;
  return Object && (S.S.Signalled.contains(Object) ||
                    (Promise && Promise->kind() == Value::Address &&
                     S.S.Signalled.contains(Promise->place())));
}

void Transfer::noteBlocking(const CallShape &Call, const Expr *E,
                            const State &S) {
  if (!Sink || !F || !Call.Callee)
    return;
  const BlockingCall *Row = P.blocking(Call.Callee, Call.ObjectType);
  if (!Row)
    return;
  if (Row->Later && !runsOnPool(E))
    notePosts(*Row, Call, E, S);
  if (Row->Blocks == Blocking::No || isPlainConstruction(Call.Callee))
    return;
  if (isSignalled(Call, S))
    return;
  // A condition wait gives its lock back.
  State At = S;
  if (Call.Row && Call.Row->What == Op::Wait)
    if (const Place *Lock = waitedLock(Call, S))
      At.S.Held.release(Lock);
  Effect New = effect(Effect::Block, nullptr, E->getExprLoc(), At);
  const Value *Says = decider(*Row, Call, S);
  New.V = Says ? D.Places.bound(Call.Callee, nullptr, {nullptr, Says})
               : D.Places.function(Call.Callee);
  New.Row = Row;
  New.E = E;
  record(New);
}

void Transfer::notePosts(const BlockingCall &Row, const CallShape &Call,
                         const Expr *E, const State &S) {
  for (unsigned I = 0; I < Call.Args.size(); ++I) {
    bool Last = I + 1 == Call.Args.size();
    bool Posted =
        Row.Later & (1u << I) || (Last && Row.Later & BlockingCall::LastArg);
    const Value *V = Posted ? Eval.callable(Call.Args[I], S.Env) : nullptr;
    if (!V)
      continue;
    Effect New = effect(Effect::Post, nullptr, E->getExprLoc(), S);
    New.V = V;
    New.E = E;
    record(New);
  }
}

/// A handle dies whose thread may run, and waits for it.
void Transfer::noteEndOfThread(const Place *Handle, QualType Type,
                               const State &S) {
  const CXXRecordDecl *Record = Type->getAsCXXRecordDecl();
  const CXXDestructorDecl *Dtor =
      Sink && F && Record ? Record->getDestructor() : nullptr;
  const BlockingCall *Row = Dtor ? P.blocking(Dtor, Type) : nullptr;
  bool Runs = llvm::any_of(
      S.S.Running, [&](const RunningThread &T) { return T.Handle == Handle; });
  if (!Row || !Runs)
    return;
  Effect New = effect(Effect::Block, nullptr, Here, S);
  New.V = D.Places.function(Dtor);
  New.Row = Row;
  record(New);
}

/// A variable of the expression is the guard of a lock that is held, or the
/// lock: whoever is awaited may give it back.
static bool namesLock(const Stmt *S, const Primitives &Table) {
  if (const auto *E = dyn_cast<Expr>(S)) {
    TypeKind Kind = Table.kindOf(E->getType());
    if (Kind >= TypeKind::Lock && Kind <= TypeKind::SharedGuard)
      return true;
  }
  return llvm::any_of(S->children(), [&](const Stmt *Child) {
    return Child && namesLock(Child, Table);
  });
}

void Transfer::onSuspend(const Event &E, State &S) {
  const auto *Suspension = cast<CoroutineSuspendExpr>(E.E);
  bool Holds = llvm::any_of(S.S.Held, [](const HeldLock &L) {
    return !L.Maybe && L.Lock->kind() != Place::Part;
  });
  if (Sink && Holds && !namesLock(Suspension->getOperand(), Table)) {
    Effect New = effect(Effect::Suspend, nullptr, E.Loc, S);
    New.E = E.E;
    record(New);
  }
  GoesOn Where = afterwards(Suspension);
  if (Where != GoesOn::Here)
    S.S.OnPool = Where == GoesOn::OnPool;
}

} // namespace heddle
