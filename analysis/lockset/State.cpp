//===- State.cpp - joining states -----------------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The join loses information in one direction only: a lock held on one side
// becomes Maybe, values that differ become unknown, threads are united, what
// must have happened is intersected. Each step goes up a lattice of finite
// height, so the dataflow ends.
//
//===----------------------------------------------------------------------===//

#include "analysis/lockset/State.h"
#include <algorithm>

namespace heddle {

static bool byId(const Place *A, const Place *B) { return A->id() < B->id(); }

bool PlaceSet::insert(const Place *P) {
  auto It = llvm::lower_bound(Items, P, byId);
  if (It != Items.end() && *It == P)
    return false;
  Items.insert(It, P);
  return true;
}

bool PlaceSet::erase(const Place *P) {
  auto It = llvm::lower_bound(Items, P, byId);
  if (It == Items.end() || *It != P)
    return false;
  Items.erase(It);
  return true;
}

bool PlaceSet::contains(const Place *P) const {
  auto It = llvm::lower_bound(Items, P, byId);
  return It != Items.end() && *It == P;
}

void PlaceSet::unite(const PlaceSet &Other) {
  for (const Place *P : Other)
    insert(P);
}

void PlaceSet::intersect(const PlaceSet &Other) {
  llvm::erase_if(Items, [&](const Place *P) { return !Other.contains(P); });
}

HeldLock *LockSet::find(const Place *Lock) {
  for (HeldLock &Item : Items)
    if (Item.Lock == Lock)
      return &Item;
  return nullptr;
}

const HeldLock *LockSet::find(const Place *Lock) const {
  return const_cast<LockSet *>(this)->find(Lock);
}

/// Deeper recursion than this is not counted.
static constexpr uint8_t MaxDepth = 4;

void LockSet::add(const HeldLock &Lock) {
  if (HeldLock *Known = find(Lock.Lock)) {
    // Perhaps held before, certainly now: one release gives it back.
    if (Known->Maybe) {
      *Known = Lock;
      return;
    }
    Known->Depth = std::min<uint8_t>(Known->Depth + Lock.Depth, MaxDepth);
    Known->Shared &= Lock.Shared;
    Known->Maybe &= Lock.Maybe;
    return;
  }
  auto It = llvm::lower_bound(Items, Lock, [](auto &A, auto &B) {
    return A.Lock->id() < B.Lock->id();
  });
  Items.insert(It, Lock);
}

bool LockSet::release(const Place *Lock) {
  HeldLock *Known = find(Lock);
  if (!Known)
    return false;
  if (Known->Depth > 1)
    --Known->Depth;
  else
    remove(Lock);
  return true;
}

bool LockSet::remove(const Place *Lock) {
  size_t Before = Items.size();
  llvm::erase_if(Items, [&](const HeldLock &L) { return L.Lock == Lock; });
  return Items.size() != Before;
}

void LockSet::join(const LockSet &Other) {
  for (HeldLock &Item : Items) {
    const HeldLock *Theirs = Other.find(Item.Lock);
    if (!Theirs) {
      Item.Maybe = true;
      continue;
    }
    Item.Maybe |= Theirs->Maybe;
    Item.Shared |= Theirs->Shared;
    Item.Depth = std::min(Item.Depth, Theirs->Depth);
  }
  for (HeldLock Theirs : Other)
    if (!find(Theirs.Lock)) {
      Theirs.Maybe = true;
      add(Theirs);
    }
}

static bool joinThreads(ThreadList &Into, const ThreadList &From) {
  bool Changed = false;
  for (const RunningThread &New : From) {
    auto Same = llvm::find_if(Into, [&](const RunningThread &Old) {
      return Old.Thread == New.Thread;
    });
    if (Same == Into.end()) {
      auto At = llvm::lower_bound(Into, New, [](auto &A, auto &B) {
        return A.Thread->Id < B.Thread->Id;
      });
      Into.insert(At, New);
      Changed = true;
      continue;
    }
    RunningThread Before = *Same;
    Same->Many |= New.Many;
    if (Same->Handle != New.Handle)
      Same->Handle = nullptr;
    Changed |= !(Before == *Same);
  }
  return Changed;
}

static bool sameThreads(const ThreadList &A, const ThreadList &B) {
  return A.size() == B.size() &&
         std::equal(A.begin(), A.end(), B.begin(),
                    [](const RunningThread &X, const RunningThread &Y) {
                      return X.Thread == Y.Thread;
                    });
}

bool State::sameKey(const State &Other) const {
  return S.Held == Other.S.Held && S.Dropped == Other.S.Dropped &&
         sameThreads(S.Running, Other.S.Running) &&
         S.Process.mayMerge(Other.S.Process);
}

/// Two pointers merge into a choice between them, other values into unknown.
static const Value *joinValue(const Value *A, const Value *B, Domain &D) {
  if (A == B || !A || !B)
    return A == B ? A : nullptr;
  bool Integers = A->isCounted() && B->isCounted() &&
                  A->kind() != Value::NonZero && B->kind() != Value::NonZero;
  if (Integers && !(A->isConst(0) && B->isConst(0)))
    return D.Places.counted();
  // What fork returned to the process that called it.
  auto NotZero = [](const Value *V) { return V->isNonZero(); };
  if (NotZero(A) && NotZero(B))
    return D.Places.nonZero();
  bool Pointers = true;
  for (const Value *V : {A, B})
    Pointers &= V->kind() >= Value::Load || V->isConst(0);
  return Pointers ? D.Places.either(A, B) : nullptr;
}

/// A place that an environment does not name holds what it held at the entry.
static const Value *valueOr(const Value *const *Known, unsigned Id, Domain &D) {
  if (Known)
    return *Known;
  const Place *P = D.Places.byId(Id);
  bool Fact = P->kind() == Place::Part && P->number() == Place::Fact;
  return Fact ? nullptr : D.Places.load(P);
}

static bool joinValues(Environment &Into, const Environment &From, Domain &D) {
  llvm::SmallVector<std::pair<unsigned, const Value *>, 8> Changes;
  forEachDifference(
      Into, From,
      [&](unsigned Id, const Value *const *InInto, const Value *const *InFrom) {
        const Value *Old = valueOr(InInto, Id, D);
        const Value *New = joinValue(Old, valueOr(InFrom, Id, D), D);
        if (Old != New)
          Changes.push_back({Id, New});
      });
  for (const auto &[Id, New] : Changes)
    Into = D.Environments.add(Into, Id, New);
  return !Changes.empty();
}

template <typename T>
static bool changedBy(T &Set, void (T::*Step)(const T &), const T &Other) {
  T Before = Set;
  (Set.*Step)(Other);
  return !(Before == Set);
}

bool State::join(const State &Other, Domain &D) {
  bool Changed = changedBy(S.Held, &LockSet::join, Other.S.Held);
  Changed |= changedBy(S.Dropped, &PlaceSet::unite, Other.S.Dropped);
  Changed |= joinThreads(S.Running, Other.S.Running);
  Changed |= joinThreads(S.Started, Other.S.Started);
  Changed |= changedBy(S.Joined, &PlaceSet::intersect, Other.S.Joined);
  Changed |= changedBy(S.Awaited, &PlaceSet::intersect, Other.S.Awaited);
  Changed |= changedBy(S.Signalled, &PlaceSet::unite, Other.S.Signalled);
  Changed |= S.OnPool && !Other.S.OnPool;
  S.OnPool &= Other.S.OnPool;
  Changed |= S.Process.join(Other.S.Process);
  Changed |= joinValues(Env, Other.Env, D);
  return Changed;
}

bool StateSet::add(const State &New, Domain &D) {
  State *Other = nullptr;
  for (State &Known : States) {
    bool Same = Overflowed || Known.sameKey(New);
    // Before any other the state of the same process.
    if (Same && (Overflowed || Known.S.Process.Child == New.S.Process.Child))
      return Known.join(New, D);
    if (Same && !Other)
      Other = &Known;
  }
  if (Other)
    return Other->join(New, D);
  if (States.size() < MaxStates) {
    States.push_back(New);
    return true;
  }
  // Too many: from here on everything flows into one state, for good.
  Overflowed = true;
  for (State &Known : llvm::drop_begin(States))
    States.front().join(Known, D);
  States.front().join(New, D);
  States.erase(States.begin() + 1, States.end());
  return true;
}

} // namespace heddle
