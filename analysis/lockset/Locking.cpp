//===- Locking.cpp - locks and guards -------------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A guard is modelled by parts of its object: the addresses of its locks and
// whether it owns them. Parts travel with the object when it is moved, passed
// or returned, so deferred, adopted and released guards need no special case.
//
//===----------------------------------------------------------------------===//

#include "analysis/lockset/Transfer.h"
#include "clang/AST/Attr.h"

using namespace clang;

namespace heddle {

void Transfer::acquire(const Place *Lock, bool Shared, State &S, bool Record) {
  if (!Lock)
    Lock = D.Places.temp(HereExpr);
  if (Record) {
    Effect E = effect(Effect::Acquire, Lock, Here, S);
    E.Shared = Shared;
    E.Chosen = ChosenLock;
    record(E);
  }
  HeldLock Held{Lock};
  Held.Chosen = ChosenLock;
  Held.Shared = Shared;
  Held.Where = Here;
  Held.Maybe = Lock->kind() == Place::Temp;
  S.S.Held.add(Held);
}

void Transfer::release(const Place *Lock, State &S) {
  dropSharedFacts(S);
  if (!Lock) {
    for (HeldLock &Held : S.S.Held)
      Held.Maybe = true;
    return;
  }
  if (S.S.Held.release(Lock))
    return;
  // Perhaps one of the locks at hand under another name.
  bool Known = false;
  for (HeldLock &Held : S.S.Held)
    if (mayBeSameLock(Held.Lock, Lock))
      Known = Held.Maybe = true;
  if (!Known)
    S.S.Dropped.insert(Lock);
}

void Transfer::tryLock(const Place *Lock, bool Shared, Success When,
                       const Expr *E, State &S, int Failure) {
  const Place *Result = D.Places.temp(E);
  State Failed = S;
  const Value *No = Failure ? D.Places.constant(Failure) : D.Places.nonZero();
  Failed.Env =
      D.Environments.add(Failed.Env, Result->id(),
                         When == Success::Zero ? No : D.Places.constant(0));
  Forks->push_back(Failed);
  acquire(Lock, Shared, S, /*Record=*/false);
  S.Env = D.Environments.add(S.Env, Result->id(),
                             When == Success::Zero ? D.Places.constant(0)
                                                   : D.Places.nonZero());
}

/// A lock that a variable got from `c ? &a : &b`: with the first choice goes
/// that c holds.
void Transfer::choose(const CallShape &Call, unsigned Which, State &S) {
  if (!ChosenLock || Call.Args.empty())
    return;
  const auto *Ref = dyn_cast<DeclRefExpr>(Call.Args[0]->IgnoreParenImpCasts());
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  const auto *Choice =
      Var && Var->hasLocalStorage() && Var->getInit()
          ? dyn_cast<ConditionalOperator>(Var->getInit()->IgnoreParenImpCasts())
          : nullptr;
  if (!Choice)
    return;
  Eval.assume(Choice->getCond(), Which == 0, S.Env);
  const Expr *Taken =
      Which == 0 ? Choice->getTrueExpr() : Choice->getFalseExpr();
  S.Env = D.Environments.add(S.Env, Eval.variable(Var)->id(),
                             Eval.value(Taken, S.Env));
}

void Transfer::onLockRow(const CallShape &Call, const Expr *E, State &S) {
  const Primitive &Row = *Call.Row;
  if (Row.What == Op::LockAll || Row.What == Op::TryLockAll) {
    if (Row.What == Op::TryLockAll)
      return;
    for (unsigned I = 0; I < Call.Args.size(); ++I) {
      const Value *Arg = Eval.roleAddress(Call, I, S.Env);
      TypeKind Kind = Table.kindOf(Call.Args[I]->getType());
      if (Kind == TypeKind::MovableGuard || Kind == TypeKind::SharedGuard)
        lockGuard(D.Places.deref(Arg), Kind == TypeKind::SharedGuard, S,
                  /*Record=*/false);
      else
        acquire(D.Places.deref(Arg), false, S, /*Record=*/false);
    }
    return;
  }
  const Value *Object = Eval.roleAddress(Call, Row.Object, S.Env);
  auto Locks = D.Places.derefAll(Object);
  const Place *Lock = Locks.empty() ? nullptr : Locks.front();
  if (Row.What == Op::Unlock) {
    if (Locks.size() == 1)
      return release(Lock, S);
    // One of several: the one that is held.
    for (const Place *One : Locks)
      if (S.S.Held.find(One))
        return release(One, S);
    return release(nullptr, S);
  }
  // A lock chosen earlier: a state for each choice.
  ChosenLock = Locks.size() > 1;
  State Unchosen = S;
  choose(Call, 0, S);
  for (const Place *Other : llvm::drop_begin(Locks, Locks.empty() ? 0 : 1)) {
    State Chosen = Unchosen;
    choose(Call, 1, Chosen);
    if (Row.What == Op::TryLock)
      tryLock(Other, Row.Shared, Row.When, E, Chosen, Row.Failure);
    else
      acquire(Other, Row.Shared, Chosen);
    Forks->push_back(Chosen);
  }
  if (Row.What == Op::TryLock)
    return tryLock(Lock, Row.Shared, Row.When, E, S, Row.Failure);
  acquire(Lock, Row.Shared, S);
  ChosenLock = false;
  // lock() that returns a status returns success from here on.
  if (E->getType()->isIntegerType())
    S.Env =
        D.Environments.add(S.Env, D.Places.temp(E)->id(), D.Places.constant(0));
}

//===----------------------------------------------------------------------===//
// Guards
//===----------------------------------------------------------------------===//

llvm::SmallVector<const Place *, 2> Transfer::guarded(const Place *Guard,
                                                      const State &S) const {
  llvm::SmallVector<const Place *, 2> Locks;
  for (unsigned N = Place::Mutex0;; ++N) {
    const Place *Part = D.Places.part(Guard, N);
    if (!Part || (N > Place::Mutex0 && !S.Env.contains(Part->id())))
      return Locks;
    Locks.push_back(D.Places.deref(Eval.loadFrom(Part, S.Env)));
  }
}

static bool isTag(const Expr *Arg, llvm::StringRef Name) {
  const auto *Record = Arg->getType()->getAsRecordDecl();
  return Record && Record->getName() == Name;
}

const CXXMethodDecl *Transfer::lockMethod(QualType Type, llvm::StringRef Name) {
  const CXXRecordDecl *Record = Type->getAsCXXRecordDecl();
  if (!Record || !Record->hasDefinition())
    return nullptr;
  for (const CXXMethodDecl *Method : Record->methods())
    if (Method->getIdentifier() && Method->getName() == Name &&
        Method->hasBody())
      return Method;
  return nullptr;
}

void Transfer::lockGuard(const Place *Guard, bool Shared, State &S,
                         bool Record) {
  if (!Guard)
    return;
  auto Locks = guarded(Guard, S);
  // Several locks in one guard are taken without an order among them, but
  // each waits while what was held before is held.
  State Before = S;
  for (const Place *Lock : Locks) {
    if (Lock && Sink && Record) {
      Effect E = effect(Effect::Acquire, Lock, Here, Before);
      E.Shared = Shared;
      record(E);
    }
    acquire(Lock, Shared, S, /*Record=*/false);
  }
  S.Env = D.Environments.add(S.Env, D.Places.part(Guard, Place::Owns)->id(),
                             D.Places.constant(1));
}

void Transfer::unlockGuard(const Place *Guard, State &S) {
  if (!Guard)
    return;
  // unlock() of a guard that owns nothing throws ([thread.lock.unique]).
  const Value *const *Owns =
      S.Env.lookup(D.Places.part(Guard, Place::Owns)->id());
  if (Owns && *Owns && (*Owns)->isConst(0)) {
    Unreachable = true;
    return;
  }
  for (const Place *Lock : guarded(Guard, S))
    release(Lock, S);
  S.Env = D.Environments.add(S.Env, D.Places.part(Guard, Place::Owns)->id(),
                             D.Places.constant(0));
}

void Transfer::constructGuard(const Place *Guard, TypeKind Kind,
                              const CallShape &Call, State &S) {
  bool Adopt = false, Defer = false, Try = false, Shared = false;
  Shared = Kind == TypeKind::SharedGuard;
  unsigned Next = Place::Mutex0;
  const CXXMethodDecl *Custom = nullptr;
  for (const Expr *Arg : Call.Args) {
    Adopt |= isTag(Arg, "adopt_lock_t");
    Defer |= isTag(Arg, "defer_lock_t");
    Try |= isTag(Arg, "try_to_lock_t") || isTag(Arg, "duration") ||
           isTag(Arg, "time_point");
    if (isTag(Arg, "adopt_lock_t") || isTag(Arg, "defer_lock_t") ||
        isTag(Arg, "try_to_lock_t") || isTag(Arg, "duration") ||
        isTag(Arg, "time_point"))
      continue;
    const Place *Part = D.Places.part(Guard, Next++);
    if (!Part)
      return;
    S.Env = D.Environments.add(S.Env, Part->id(), Eval.address(Arg, S.Env));
    if (Table.kindOf(Arg->getType()) == TypeKind::Plain)
      Custom = lockMethod(Arg->getType(), Shared ? "lock_shared" : "lock");
  }
  const Place *Owns = D.Places.part(Guard, Place::Owns);
  auto SetOwns = [&](State &To, int Value) {
    To.Env = D.Environments.add(To.Env, Owns->id(), D.Places.constant(Value));
  };
  if (Adopt || Defer || Next == Place::Mutex0)
    return SetOwns(S, Adopt);
  if (Try) {
    State Failed = S;
    SetOwns(Failed, 0);
    Forks->push_back(Failed);
    for (const Place *Lock : guarded(Guard, S))
      acquire(Lock, Shared, S, /*Record=*/false);
    return SetOwns(S, 1);
  }
  if (Custom && Next == Place::Mutex0 + 1) {
    callMethod(Custom, guarded(Guard, S).front(), HereExpr, Here, S);
    return SetOwns(S, 1);
  }
  lockGuard(Guard, Shared, S);
}

void Transfer::onGuardRow(const CallShape &Call, const Expr *E, State &S) {
  const Place *Guard =
      D.Places.deref(Eval.roleAddress(Call, Call.Row->Object, S.Env));
  if (!Guard)
    return;
  QualType Type = Call.Object->IgnoreParenImpCasts()->getType();
  bool Shared = Table.kindOf(Type) == TypeKind::SharedGuard;
  switch (Call.Row->What) {
  case Op::GuardLock:
    return lockGuard(Guard, Shared, S);
  case Op::GuardUnlock:
    return unlockGuard(Guard, S);
  case Op::GuardTryLock: {
    State Failed = S;
    const Place *Result = D.Places.temp(E);
    Failed.Env =
        D.Environments.add(Failed.Env, Result->id(), D.Places.constant(0));
    Forks->push_back(Failed);
    for (const Place *Lock : guarded(Guard, S))
      acquire(Lock, Shared, S, /*Record=*/false);
    S.Env = D.Environments.add(S.Env, Result->id(), D.Places.nonZero());
    S.Env = D.Environments.add(S.Env, D.Places.part(Guard, Place::Owns)->id(),
                               D.Places.constant(1));
    return;
  }
  case Op::GuardForget:
    S.Env = D.Environments.add(
        S.Env, D.Places.temp(E)->id(),
        Eval.loadFrom(D.Places.part(Guard, Place::Mutex0), S.Env));
    S.Env = D.Environments.add(S.Env, D.Places.part(Guard, Place::Owns)->id(),
                               D.Places.constant(0));
    return;
  default:
    return;
  }
}

/// The lock that a condition wait gives back, or that its guard holds.
const Place *Transfer::waitedLock(const CallShape &Call, const State &S) {
  const Place *Lock =
      D.Places.deref(Eval.roleAddress(Call, Call.Row->Second, S.Env));
  TypeKind Kind = TypeKind::Plain;
  if (Call.Row->Second < static_cast<int>(Call.Args.size()))
    Kind = Table.kindOf(Call.Args[Call.Row->Second]->getType());
  bool Guard = Kind == TypeKind::MovableGuard || Kind == TypeKind::SharedGuard;
  if (Guard && Lock) {
    auto Locks = guarded(Lock, S);
    Lock = Locks.empty() ? nullptr : Locks.front();
  }
  return Lock;
}

/// A condition wait gives the lock back and takes it again: other threads
/// run in between.
void Transfer::onWait(const CallShape &Call, const Expr *E, State &S) {
  const Place *Condition =
      D.Places.deref(Eval.roleAddress(Call, Call.Row->Object, S.Env));
  const Place *Lock = waitedLock(Call, S);
  dropSharedFacts(S);
  if (Lock && Sink) {
    State Waiting = S;
    Waiting.S.Held.release(Lock);
    Effect Again = effect(Effect::Relock, Lock, Here, Waiting);
    record(Again);
  }
  // The predicate runs with the lock held.
  for (const Expr *Arg : Call.Args)
    if (const Value *Predicate = Eval.callable(Arg, S.Env))
      if (Predicate->kind() == Value::Bound)
        callValue(Predicate, {}, E, S);
  if (Condition)
    S.S.Awaited.insert(Condition);
}

//===----------------------------------------------------------------------===//
// Thread-safety attributes
//===----------------------------------------------------------------------===//

/// The lock that an attribute's argument names, in the terms of the function
/// at hand (no frame) or of its caller (a frame).
const Place *Transfer::capability(const Expr *Arg, const CallFrame *Frame,
                                  const State &S) {
  if (!Frame)
    return D.Places.deref(Arg->getType()->isPointerType()
                              ? Eval.value(Arg, S.Env)
                              : Eval.address(Arg, S.Env));
  Evaluator Theirs(D, Table, Frame->Callee);
  Environment Empty = D.Environments.getEmptyMap();
  const Value *Named = Arg->getType()->isPointerType()
                           ? Theirs.value(Arg, Empty)
                           : Theirs.address(Arg, Empty);
  Substitution Subst(Eval, Pool, *Frame, S);
  return D.Places.deref(Subst.value(Named));
}

void Transfer::addCapabilities(State &S, bool Add) {
  if (!F)
    return;
  for (const auto *Attr : F->specific_attrs<RequiresCapabilityAttr>())
    for (const Expr *Arg : Attr->args()) {
      const Place *Lock = capability(Arg, nullptr, S);
      if (!Lock)
        continue;
      HeldLock Held{Lock};
      Held.Shared = Attr->isShared();
      Held.Where = F->getLocation();
      if (Add)
        S.S.Held.add(Held);
      else
        S.S.Held.release(Lock);
    }
}

/// What the attributes of a function without a body promise.
void Transfer::onAttributes(const CallShape &Call, const Expr *E, State &S) {
  if (!Call.Callee->hasAttrs())
    return;
  CallFrame Frame = frameOf(Call, E, S);
  auto EachLock = [&](auto Args, auto Apply) {
    if (Args.empty())
      Apply(D.Places.deref(Frame.This));
    for (const Expr *Arg : Args)
      Apply(capability(Arg, &Frame, S));
  };
  unsigned Next = Place::Mutex0;
  for (const auto *Attr : Call.Callee->specific_attrs<AcquireCapabilityAttr>())
    EachLock(Attr->args(), [&](const Place *Lock) {
      acquire(Lock, Attr->isShared(), S);
      // A scoped_lockable object is a guard.
      if (!isa<CXXConstructorDecl>(Call.Callee) || !Lock || !HereTarget)
        return;
      const Place *Part = D.Places.part(HereTarget, Next++);
      S.Env = D.Environments.add(S.Env, Part->id(), D.Places.address(Lock));
      S.Env = D.Environments.add(S.Env,
                                 D.Places.part(HereTarget, Place::Owns)->id(),
                                 D.Places.constant(1));
    });
  for (const auto *Attr : Call.Callee->specific_attrs<ReleaseCapabilityAttr>())
    EachLock(Attr->args(), [&](const Place *Lock) { release(Lock, S); });
  for (const auto *Attr :
       Call.Callee->specific_attrs<TryAcquireCapabilityAttr>()) {
    const Value *OnSuccess = Eval.value(Attr->getSuccessValue(), S.Env);
    bool Zero = OnSuccess && OnSuccess->isConst(0);
    EachLock(Attr->args(), [&](const Place *Lock) {
      tryLock(Lock, Attr->isShared(), Zero ? Success::Zero : Success::NonZero,
              E, S);
    });
  }
}

} // namespace heddle
