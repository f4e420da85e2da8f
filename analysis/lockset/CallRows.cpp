//===- CallRows.cpp - calls of primitives ---------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Hands each operation of the primitives' tables to its handler, and handles
// the ones that concern neither locks nor threads: callables and memory.
//
//===----------------------------------------------------------------------===//

#include "analysis/lockset/Transfer.h"

using namespace clang;

namespace heddle {

/// std::launch::deferred in libstdc++ and libc++.
static constexpr int LaunchDeferred = 2;

void Transfer::onRow(const CallShape &Call, const Expr *E, State &S) {
  switch (Call.Row->What) {
  case Op::Lock:
  case Op::TryLock:
  case Op::Unlock:
  case Op::LockAll:
  case Op::TryLockAll:
    return onLockRow(Call, E, S);
  case Op::GuardLock:
  case Op::GuardTryLock:
  case Op::GuardUnlock:
  case Op::GuardForget:
    return onGuardRow(Call, E, S);
  case Op::Wait:
    return onWait(Call, E, S);
  case Op::Once:
    return onOnce(Call, E, S);
  case Op::Async:
    return onAsync(Call, E, S);
  case Op::InitLock:
    return onInitLock(Call, E, S);
  case Op::SetLockType:
    return onSetLockType(Call, S);
  case Op::ExitThread:
    Unreachable = true;
    return;
  case Op::Spawn:
  case Op::Join:
  case Op::Detach:
  case Op::Notify:
  case Op::Signal:
  case Op::Await:
  case Op::TryAwait:
  case Op::Meet:
    return onThreadRow(Call, E, S);
  case Op::Fork:
  case Op::VFork:
  case Op::Daemon:
  case Op::Exec:
  case Op::Exit:
  case Op::Reap:
  case Op::Handle:
  case Op::HandleBy:
  case Op::MaskSignals:
  case Op::BlockSignals:
  case Op::OpenSignals:
  case Op::AtFork:
  case Op::AtExit:
  case Op::RunLoop:
  case Op::Jump:
    return onProcessRow(Call, E, S);
  default:
    return onObjectRow(Call, E, S);
  }
}

/// The operations on memory, containers and callables.
void Transfer::onObjectRow(const CallShape &Call, const Expr *E, State &S) {
  switch (Call.Row->What) {
  case Op::Insert:
    onObjectCall(Call, E, S);
    return onInsert(Call, E, S);
  case Op::Clear:
    onObjectCall(Call, E, S);
    return destroy(D.Places.deref(Eval.objectAddress(Call, S.Env)),
                   Call.Object->IgnoreParenImpCasts()->getType(),
                   E->getExprLoc(), E, S);
  case Op::Swap:
    return onSwap(Call, E, S);
  case Op::Send:
  case Op::Receive:
    touchPointees(Call, Call.Row->Reads, false, S);
    touchPointees(Call, Call.Row->Writes, true, S);
    return onThreadRow(Call, E, S);
  case Op::Touch:
    touchPointees(Call, Call.Row->Reads, false, S);
    touchPointees(Call, Call.Row->Writes, true, S);
    return callEach(Call, E, S);
  case Op::CallNow:
    return callEach(Call, E, S);
  case Op::Invoke:
    return onInvoke(Call, E, S);
  case Op::Element:
  case Op::Pointee:
  case Op::PointerTo:
    return onObjectCall(Call, E, S);
  case Op::Allocate:
    return onAllocate(Call, E, S);
  default:
    return;
  }
}

void Transfer::onAsync(const CallShape &Call, const Expr *E, State &S) {
  auto Args = llvm::ArrayRef<const Expr *>(Call.Args);
  if (!Args.empty() && Args[0]->getType()->isEnumeralType()) {
    // std::launch::deferred alone starts no thread.
    const Value *Policy = Eval.value(Args[0], S.Env);
    if (Policy && Policy->isConst(LaunchDeferred))
      return;
    Args = Args.drop_front();
  }
  CallShape Rest = Call;
  Rest.Args.assign(Args.begin(), Args.end());
  constructThread(HereTarget, Rest, E, S);
}

/// A lock is made: its attributes tell whether it is recursive.
void Transfer::onInitLock(const CallShape &Call, const Expr *E, State &S) {
  const Place *Lock =
      D.Places.deref(Eval.roleAddress(Call, Call.Row->Object, S.Env));
  if (!Sink || !Lock)
    return;
  Effect New = effect(Effect::Init, Lock, E->getExprLoc(), S);
  New.V = Eval.roleValue(Call, Call.Row->Second, S.Env);
  if (New.V && New.V->kind() == Value::Address)
    New.V = Eval.loadFrom(D.Places.part(New.V->place(), Place::Owns), S.Env);
  record(New);
}

/// The kind is kept in a part of the attribute object.
void Transfer::onSetLockType(const CallShape &Call, State &S) {
  const Place *Attributes =
      D.Places.deref(Eval.roleAddress(Call, Call.Row->Object, S.Env));
  if (const Place *Kind = D.Places.part(Attributes, Place::Owns))
    S.Env = D.Environments.add(S.Env, Kind->id(),
                               Eval.roleValue(Call, Call.Row->Second, S.Env));
}

void Transfer::onSwap(const CallShape &Call, const Expr *E, State &S) {
  swapObjects(Call, E, S);
  for (int Role : {Call.Row->Object, Call.Row->Second})
    for (const Place *Object :
         D.Places.derefAll(Eval.roleAddress(Call, Role, S.Env)))
      touch(Object, true, false, nullptr, nullptr, E->getExprLoc(), S);
}

void Transfer::onInvoke(const CallShape &Call, const Expr *E, State &S) {
  onObjectCall(Call, E, S);
  llvm::SmallVector<const Value *, 4> Args;
  for (const Expr *Arg : Call.Args)
    Args.push_back(Eval.callable(Arg, S.Env));
  const Value *Target = Eval.roleValue(Call, Call.Row->Object, S.Env);
  if (Call.Row->Object >= 0 && !Args.empty())
    Args.erase(Args.begin());
  callValue(Target, Args, E, S);
}

/// std::make_unique<std::thread>(f, x) starts a thread, of a guard it locks.
void Transfer::onAllocate(const CallShape &Call, const Expr *E, State &S) {
  const TemplateArgumentList *Types =
      Call.Callee->getTemplateSpecializationArgs();
  if (!Types || Types->size() == 0 ||
      Types->get(0).getKind() != TemplateArgument::Type)
    return;
  TypeKind Kind = Table.kindOf(Types->get(0).getAsType());
  if (Kind == TypeKind::Thread || Kind == TypeKind::JoiningThread)
    constructThread(D.Places.alloc(E), Call, E, S);
  if (Kind == TypeKind::ScopedGuard || Kind == TypeKind::MovableGuard)
    constructGuard(D.Places.alloc(E), Kind, Call, S);
}

/// An algorithm calls its callable with the elements of its range.
void Transfer::callEach(const CallShape &Call, const Expr *E, State &S) {
  llvm::SmallVector<const Value *, 2> Elements;
  if (!Call.Args.empty())
    Elements.push_back(Eval.callable(Call.Args[0], S.Env));
  bool Range = Call.Row->What == Op::CallNow && !Elements.empty() &&
               (Call.Row->Reads | Call.Row->Writes);
  if (Range)
    for (const Place *Element : D.Places.derefAll(Elements.front()))
      touch(Element, Call.Row->Writes, false, nullptr, nullptr, E->getExprLoc(),
            S);
  for (const Expr *Arg : Call.Args) {
    const Value *V = Eval.callable(Arg, S.Env);
    if (!V || !V->function())
      continue;
    const Primitive *Row = Table.lookup(V->function());
    if (Row && Row->What == Op::Join)
      joinThread(S.S, D.Places.deref(Elements.front()));
    else
      callValue(V, Elements, E, S);
  }
}

/// Guards and threads exchange what they refer to.
void Transfer::swapObjects(const CallShape &Call, const Expr *E, State &S) {
  const Place *A =
      D.Places.deref(Eval.roleAddress(Call, Call.Row->Object, S.Env));
  const Place *B =
      D.Places.deref(Eval.roleAddress(Call, Call.Row->Second, S.Env));
  const Place *Aside = D.Places.temp(E);
  if (!A || !B)
    return;
  exchange(A, Aside, S);
  exchange(B, A, S);
  exchange(Aside, B, S);
}

} // namespace heddle
