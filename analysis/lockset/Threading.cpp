//===- Threading.cpp - starting, joining, handing over --------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A thread is named by where it is started. It runs from there until its
// handle is joined. A once flag is a lock: held exclusively while its routine
// runs, and in shared mode for ever by whoever has passed it.
//
//===----------------------------------------------------------------------===//

#include "analysis/lockset/Transfer.h"

using namespace clang;

namespace heddle {

static void addThread(ThreadList &List, const RunningThread &New) {
  for (RunningThread &Old : List)
    if (Old.Thread == New.Thread) {
      Old.Many = true;
      if (Old.Handle != New.Handle)
        Old.Handle = nullptr;
      return;
    }
  auto At = llvm::find_if(List, [&](const RunningThread &Old) {
    return Old.Thread->Id > New.Thread->Id;
  });
  List.insert(At, New);
}

/// What the objects that the arguments point to are known to hold.
llvm::ArrayRef<FieldValue>
Transfer::fieldsOf(llvm::ArrayRef<const Value *> Args, const State &S) {
  llvm::SmallVector<FieldValue, 4> Fields;
  for (const Value *Arg : Args) {
    const Place *Object =
        Arg && Arg->kind() == Value::Address ? Arg->place() : nullptr;
    if (!Object)
      continue;
    for (const auto &[Id, V] : S.Env) {
      const Place *P = D.Places.byId(Id);
      for (const Place *Step = P; V && Step; Step = Step->base())
        if (Step == Object)
          Fields.push_back({P, V});
    }
  }
  return Pool.fields(Fields);
}

void Transfer::spawn(const Place *Handle, const Value *Entry,
                     llvm::ArrayRef<const Value *> Args, const Expr *E,
                     State &S) {
  const SpawnSite *Name = Pool.spawn(E, nullptr);
  if (Sink) {
    Effect New = effect(Effect::Spawn, Handle, E->getExprLoc(), S);
    New.V = Entry;
    New.Args = Pool.list(Args);
    New.Thread = Name;
    New.E = E;
    New.Fields = fieldsOf(Args, S);
    record(New);
  }
  if (Handle) {
    // A handle in use names the new thread from now on.
    bool OneHandle = Handle->kind() != Place::Index;
    for (RunningThread &Old : S.S.Running)
      if (OneHandle && Old.Handle == Handle && Old.Thread != Name)
        Old.Handle = nullptr;
    S.S.Joined.erase(Handle);
  }
  addThread(S.S.Running, {Name, Handle});
  addThread(S.S.Started, {Name, Handle});
}

/// Arguments as the new thread gets them: copies, but std::ref refers.
static llvm::SmallVector<const Value *, 4>
threadArguments(llvm::ArrayRef<const Expr *> Args, const Evaluator &Eval,
                const Environment &Env) {
  llvm::SmallVector<const Value *, 4> Values;
  for (const Expr *Arg : Args) {
    const Value *V = Eval.callable(Arg, Env);
    // A promise that is moved into the thread is still the one promise.
    if (Eval.Table.kindOf(Arg->getType()) == TypeKind::Handover)
      V = Eval.address(Arg, Env);
    Values.push_back(V);
  }
  return Values;
}

void Transfer::constructThread(const Place *Handle, const CallShape &Call,
                               const Expr *E, State &S) {
  if (Call.Args.empty())
    return;
  TypeKind First = Table.kindOf(Call.Args[0]->getType());
  if (First == TypeKind::Thread || First == TypeKind::JoiningThread ||
      First == TypeKind::Task)
    return moveObject(D.Places.deref(Eval.address(Call.Args[0], S.Env)), Handle,
                      S);
  auto Args =
      threadArguments(llvm::ArrayRef(Call.Args).drop_front(), Eval, S.Env);
  spawn(Handle, Eval.callable(Call.Args[0], S.Env), Args, E, S);
}

/// The handle a join names. A copy of a handle (`pthread_t t = threads[i]`)
/// names the original.
const Place *Transfer::joinedHandle(const CallShape &Call, const State &S) {
  const Value *Address = Eval.roleAddress(Call, Call.Row->Object, S.Env);
  const Place *Handle = D.Places.deref(Address);
  if (!Handle)
    return nullptr;
  bool Running = llvm::any_of(
      S.S.Running, [&](const RunningThread &T) { return T.Handle == Handle; });
  const Value *Held = Eval.loadFrom(Handle, S.Env);
  if (!Running && Held && Held->kind() == Value::Load)
    return Held->place();
  return Handle;
}

void Transfer::joinHandles(const CallShape &Call, State &S,
                           const State &Inside) {
  const Value *Address = Eval.roleAddress(Call, Call.Row->Object, Inside.Env);
  auto Handles = D.Places.derefAll(Address);
  if (Handles.size() <= 1)
    return joinThread(S.S, joinedHandle(Call, Inside));
  for (const Place *Handle : Handles)
    joinThread(S.S, Handle);
}

void Transfer::signal(const Place *Object, State &S) {
  if (!Object)
    return;
  if (Sink)
    record(effect(Effect::Signal, Object, Here, S));
  S.S.Signalled.insert(Object);
  // A semaphore given back guards no more what comes after.
  S.S.Awaited.erase(Object);
}

void Transfer::onOnce(const CallShape &Call, const Expr *E, State &S) {
  const Place *Flag =
      D.Places.deref(Eval.roleAddress(Call, Call.Row->Object, S.Env));
  const Place *Guard = D.Places.part(Flag, Place::Once);
  const Value *Routine = Eval.roleValue(Call, Call.Row->Second, S.Env);
  if (!Guard)
    return;
  HeldLock Held{Guard};
  Held.Where = Here;
  S.S.Held.remove(Guard);
  S.S.Held.add(Held);
  auto Args =
      threadArguments(llvm::ArrayRef(Call.Args).drop_front(std::min<size_t>(
                          Call.Row->Second + 1, Call.Args.size())),
                      Eval, S.Env);
  callValue(Routine, Args, E, S);
  Held.Shared = true;
  S.S.Held.remove(Guard);
  S.S.Held.add(Held);
}

/// The two ends of a pipe are elements of one array: the channel is it.
static const Place *channel(const Place *Descriptor) {
  return Descriptor && Descriptor->kind() == Place::Index ? Descriptor->base()
                                                          : Descriptor;
}

void Transfer::onThreadRow(const CallShape &Call, const Expr *E, State &S) {
  const Primitive &Row = *Call.Row;
  const Place *Object =
      D.Places.deref(Eval.roleAddress(Call, Row.Object, S.Env));
  switch (Row.What) {
  case Op::Spawn: {
    llvm::ArrayRef<const Expr *> Rest = Call.Args;
    Rest = Rest.drop_front(std::min<size_t>(Row.Second + 1, Rest.size()));
    if (Row.When == Success::Zero && ResultUsed) {
      State Failed = S;
      Failed.Env = D.Environments.add(Failed.Env, D.Places.temp(E)->id(),
                                      D.Places.nonZero());
      Forks->push_back(Failed);
      S.Env = D.Environments.add(S.Env, D.Places.temp(E)->id(),
                                 D.Places.constant(0));
    }
    return spawn(Object, Eval.roleValue(Call, Row.Second, S.Env),
                 threadArguments(Rest, Eval, S.Env), E, S);
  }
  case Op::Join:
    dropSharedFacts(S);
    joinHandles(Call, S, S);
    if (Object) {
      S.S.Awaited.insert(Object);
      // A future awaits its promise.
      const Value *Promise = Eval.loadFrom(Object, S.Env);
      if (Promise && Promise->kind() == Value::Address)
        S.S.Awaited.insert(Promise->place());
    }
    return;
  case Op::Detach:
    for (RunningThread &T : S.S.Running)
      if (T.Handle == Object)
        T.Handle = nullptr;
    return;
  case Op::Notify:
  case Op::Signal:
    dropSharedFacts(S);
    return signal(Object, S);
  case Op::Send:
    return signal(channel(Object), S);
  case Op::Receive:
    dropSharedFacts(S);
    if (const Place *Channel = channel(Object))
      S.S.Awaited.insert(Channel);
    return;
  case Op::Await:
    dropSharedFacts(S);
    if (Object)
      S.S.Awaited.insert(Object);
    return;
  case Op::Meet:
    dropSharedFacts(S);
    signal(Object, S);
    if (Object)
      S.S.Awaited.insert(Object);
    return;
  case Op::TryAwait: {
    const Place *Result = D.Places.temp(E);
    bool Zero = Row.When == Success::Zero;
    State Failed = S;
    Failed.Env =
        D.Environments.add(Failed.Env, Result->id(),
                           Zero ? D.Places.nonZero() : D.Places.constant(0));
    Forks->push_back(Failed);
    S.Env = D.Environments.add(
        S.Env, Result->id(), Zero ? D.Places.constant(0) : D.Places.nonZero());
    if (Object)
      S.S.Awaited.insert(Object);
    return;
  }
  default:
    return;
  }
}

/// Putting a thread, a task or a guard into a container: the element is the
/// object from now on. `threads.emplace_back(f, x)` starts a thread.
void Transfer::onInsert(const CallShape &Call, const Expr *E, State &S) {
  const Place *Whole = D.Places.deref(Eval.objectAddress(Call, S.Env));
  const Place *Element =
      elementOf(Whole, Call.Object->IgnoreParenImpCasts()->getType());
  const auto *Record = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      cast<CXXMethodDecl>(Call.Callee)->getParent());
  if (!Element || !Record || Record->getTemplateArgs().size() == 0 ||
      Record->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
    return;
  TypeKind Kind = Table.kindOf(Record->getTemplateArgs()[0].getAsType());
  bool Emplace = Call.Callee->getNameAsString().find("emplace") == 0;
  if (Emplace && (Kind == TypeKind::Thread || Kind == TypeKind::JoiningThread))
    return constructThread(Element, Call, E, S);
  if (Emplace &&
      (Kind == TypeKind::ScopedGuard || Kind == TypeKind::MovableGuard ||
       Kind == TypeKind::SharedGuard))
    return constructGuard(Element, Kind, Call, S);
  for (const Expr *Arg : Call.Args) {
    if (Arg->getType()->isRecordType())
      moveObject(D.Places.deref(Eval.address(Arg, S.Env)), Element, S);
    const Value *V = Eval.callable(Arg, S.Env);
    if (V && V->kind() >= Value::Load)
      store(Element, V, S);
    if (V && V->function())
      touch(Element, true, false, V, nullptr, E->getExprLoc(), S);
  }
}

} // namespace heddle
