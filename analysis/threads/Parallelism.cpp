//===- Parallelism.cpp - who runs with whom -------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Two effects can happen in parallel when, seen from the threads' nearest
// common ancestor, one may be running when the other starts or acts. Errs
// towards yes for threads whose handles are lost; joins and hand-overs that
// are not understood make the answer no (assumptions A3, A6).
//
//===----------------------------------------------------------------------===//

#include "analysis/threads/ThreadModel.h"

using namespace clang;

namespace heddle {

static bool contains(const ThreadList &List, const SpawnSite *Site) {
  return llvm::any_of(List,
                      [&](const RunningThread &T) { return T.Thread == Site; });
}

/// The ancestor of T (or T itself) whose parent is Ancestor; null if none.
static const Thread *childTowards(const Thread &T, const Thread *Ancestor) {
  for (const Thread *C = &T; C; C = C->Parent)
    if (C->Parent == Ancestor)
      return C;
  return nullptr;
}

static const Thread *rootOf(const Thread &T) {
  const Thread *R = &T;
  while (R->Parent)
    R = R->Parent;
  return R;
}

/// T can still run when its ancestor C has ended.
static bool mayOutlive(const Thread &T, const Thread *C) {
  for (const Thread *Step = &T; Step != C; Step = Step->Parent)
    if (!contains(Step->Parent->Outliving, Step->Site))
      return false;
  return true;
}

/// T, a descendant of the acting thread through its child C, may be running
/// in this situation of the acting thread.
static bool mayBeRunning(const Situation &At, const Thread &T,
                         const Thread *C) {
  if (contains(At.Running, C->Site))
    return true;
  return &T != C && contains(At.Started, C->Site) && mayOutlive(T, C);
}

static bool startedWhile(const Thread &C, const Thread &T,
                         const Thread *Other) {
  return llvm::any_of(C.AtStart, [&](const Situation *At) {
    return mayBeRunning(*At, T, Other);
  });
}

static bool hasJoined(const Situation &At, const Thread &T) {
  return T.Handle && !T.Many && At.Joined.contains(T.Handle);
}

Parallel ThreadModel::mayRunInParallel(const Thread &TA, const Effect &A,
                                       const Thread &TB,
                                       const Effect &B) const {
  if (&TA == &TB) {
    if (TA.K == Thread::Caller)
      return Parallel::Unknown;
    return TA.Many ? Parallel::Yes : Parallel::No;
  }
  if (hasJoined(*A.At, TB) || hasJoined(*B.At, TA))
    return Parallel::No;
  const Thread *RA = rootOf(TA), *RB = rootOf(TB);
  if (RA != RB) {
    if (TA.K == Thread::Before || TB.K == Thread::Before)
      return Parallel::No;
    if (TA.K == Thread::Caller || TB.K == Thread::Caller)
      return Parallel::Unknown;
    return Parallel::Yes;
  }
  // The nearest common ancestor.
  const Thread *Ancestor = &TA;
  while (Ancestor != &TB && !childTowards(TB, Ancestor))
    Ancestor = Ancestor->Parent;
  bool Yes = Ancestor->Many && Ancestor->K != Thread::Caller;
  if (Ancestor == &TA) {
    Yes |= mayBeRunning(*A.At, TB, childTowards(TB, &TA));
  } else if (Ancestor == &TB) {
    Yes |= mayBeRunning(*B.At, TA, childTowards(TA, &TB));
  } else {
    const Thread *CA = childTowards(TA, Ancestor);
    const Thread *CB = childTowards(TB, Ancestor);
    Yes |= startedWhile(*CA, TB, CB) || startedWhile(*CB, TA, CA);
  }
  return Yes ? Parallel::Yes : Parallel::No;
}

bool ThreadModel::signals(const Thread &T, const Place *Object) const {
  return llvm::any_of(T.Effects, [&](const Effect &E) {
    return E.K == Effect::Signal && resolved(E.P) == Object;
  });
}

/// A semaphore whose count starts above one.
bool ThreadModel::admitsMany(const Place *Semaphore) const {
  for (const Thread &T : Threads)
    for (const Effect &Init : T.Effects)
      if (Init.K == Effect::Init && resolved(Init.P) == Semaphore)
        return Init.V && Init.V->isConst() && Init.V->constant() > 1;
  return false;
}

bool ThreadModel::isSemaphoreGuarded(const Thread &T, const Effect &Of) const {
  return llvm::any_of(Of.At->Awaited,
                      [&](const Place *P) { return signals(T, resolved(P)); });
}

bool ThreadModel::mayBeOrdered(const Thread &TA, const Effect &A,
                               const Thread &TB, const Effect &B) const {
  auto HandsOver = [&](const Thread &From, const Effect &First,
                       const Effect &Second) {
    return llvm::any_of(Second.At->Awaited, [&](const Place *P) {
      const Place *Object = resolved(P);
      return !First.At->Signalled.contains(P) &&
             !First.At->Signalled.contains(Object) && signals(From, Object);
    });
  };
  if (HandsOver(TA, A, B) || HandsOver(TB, B, A))
    return true;
  // Both wait for the other before they go on: ping-pong.
  auto WaitsFor = [&](const Effect &Mine, const Effect &Theirs,
                      const Thread &Other) {
    return llvm::any_of(Mine.At->Awaited, [&](const Place *P) {
      bool Both = Theirs.At->Awaited.contains(P);
      return signals(Other, resolved(P)) && !(Both && admitsMany(resolved(P)));
    });
  };
  return WaitsFor(A, B, TB) && WaitsFor(B, A, TA);
}

ThreadFact ThreadModel::fact(const Thread &T) const {
  ThreadFact Fact;
  Fact.Entry = T.K == Thread::Caller ? nullptr : T.Entry;
  Fact.Started = T.Started;
  Fact.IsMain = T.K == Thread::Main;
  Fact.Many = T.Many;
  return Fact;
}

static bool isPerThread(const Place *P) {
  for (; P; P = P->base())
    if (P->kind() == Place::Index && P->index() &&
        P->index()->kind() == Value::PerThread)
      return true;
  return false;
}

const HeldLock *commonLock(const LockSet &A, const LockSet &B, bool Apart) {
  for (const HeldLock &L : A)
    for (const HeldLock &R : B) {
      bool Own = Apart && isPerThread(L.Lock) && isPerThread(R.Lock);
      if (!Own && mayBeSameLock(L.Lock, R.Lock) && !(L.Shared && R.Shared))
        return &L;
    }
  return nullptr;
}

} // namespace heddle
