//===- LatticeTest.cpp - laws of the lattice of states --------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The dataflow ends, and its result does not depend on the order of visits,
// only if these laws hold. Random elements are drawn from a fixed seed.
//
//===----------------------------------------------------------------------===//

#include "analysis/lockset/State.h"
#include "gtest/gtest.h"
#include <array>
#include <random>
#include <set>

using namespace heddle;

namespace {

constexpr unsigned Rounds = 2000;
constexpr unsigned MaxSize = 6;

/// Random lattice elements over a few places. The places have no program
/// behind them: their statements are addresses only, never looked at.
class LatticeTest : public testing::Test {
protected:
  void SetUp() override {
    for (char &Byte : Statements)
      Pool.push_back(D.Places.alloc(statement(Byte)));
    for (unsigned I = 0; I < Sites.size(); ++I)
      Sites[I] = {statement(Statements[I]), nullptr, I};
  }

  static const clang::Stmt *statement(char &Byte) {
    return reinterpret_cast<const clang::Stmt *>(&Byte);
  }
  unsigned below(unsigned N) {
    return std::uniform_int_distribution<unsigned>(0, N - 1)(Random);
  }
  const Place *place() { return Pool[below(Pool.size())]; }

  PlaceSet placeSet() {
    PlaceSet Set;
    for (unsigned I = below(MaxSize); I > 0; --I)
      Set.insert(place());
    return Set;
  }
  HeldLock heldLock() {
    HeldLock Lock{place()};
    Lock.Shared = below(2);
    Lock.Maybe = below(2);
    Lock.Depth = 1 + below(3);
    return Lock;
  }
  LockSet lockSet() {
    LockSet Set;
    for (unsigned I = below(MaxSize); I > 0; --I)
      Set.add(heldLock());
    return Set;
  }
  ThreadList threads() {
    ThreadList List;
    for (const SpawnSite &Site : Sites)
      if (below(3) == 0)
        List.push_back({&Site, below(2) ? place() : nullptr, below(2) == 0});
    return List;
  }
  const Value *value() {
    switch (below(7)) {
    case 0:
      return nullptr;
    case 1:
      return D.Places.constant(below(3));
    case 2:
      return D.Places.nonZero();
    case 3:
      return D.Places.counted();
    case 4:
      return D.Places.load(place());
    default:
      return D.Places.address(place());
    }
  }
  Environment environment() {
    Environment Env = D.Environments.getEmptyMap();
    for (unsigned I = below(MaxSize); I > 0; --I)
      Env = D.Environments.add(Env, place()->id(), value());
    return Env;
  }
  State state() {
    State New(environment());
    New.S.Held = lockSet();
    New.S.Dropped = placeSet();
    New.S.Running = threads();
    New.S.Started = threads();
    New.S.Joined = placeSet();
    New.S.Awaited = placeSet();
    New.S.Signalled = placeSet();
    return New;
  }

  std::mt19937 Random{20240229};
  std::array<char, 8> Statements{};
  std::array<SpawnSite, 4> Sites{};
  std::vector<const Place *> Pool;
  Domain D;
};

template <typename Set> bool isSorted(const Set &Items) {
  std::vector<unsigned> Ids;
  for (const Place *P : Items)
    Ids.push_back(P->id());
  return std::set<unsigned>(Ids.begin(), Ids.end()).size() == Ids.size() &&
         std::is_sorted(Ids.begin(), Ids.end());
}

bool isSorted(const LockSet &Locks) {
  std::vector<const Place *> Places;
  for (const HeldLock &L : Locks)
    Places.push_back(L.Lock);
  return isSorted(Places);
}

/// What is known for certain of A is known of B only if it holds there too.
bool promisesNoMoreThan(const LockSet &Joined, const LockSet &Part) {
  for (const HeldLock &L : Joined) {
    const HeldLock *Theirs = Part.find(L.Lock);
    if (L.Maybe)
      continue;
    if (!Theirs || Theirs->Maybe || (Theirs->Shared && !L.Shared) ||
        L.Depth > Theirs->Depth)
      return false;
  }
  for (const HeldLock &L : Part)
    if (!Joined.find(L.Lock))
      return false; // a lock that may be held got lost
  return true;
}

//===----------------------------------------------------------------------===//
// Sets of places
//===----------------------------------------------------------------------===//

TEST_F(LatticeTest, PlaceSetIsTheSetOfWhatWasInserted) {
  for (unsigned Round = 0; Round < Rounds; ++Round) {
    PlaceSet Set;
    std::set<const Place *> Model;
    for (unsigned Step = 0; Step < 12; ++Step) {
      const Place *P = place();
      if (below(3) == 0)
        EXPECT_EQ(Set.erase(P), Model.erase(P) == 1);
      else
        EXPECT_EQ(Set.insert(P), Model.insert(P).second);
      EXPECT_TRUE(isSorted(Set));
      EXPECT_EQ(Set.size(), Model.size());
      EXPECT_EQ(Set.empty(), Model.empty());
      for (const Place *Each : Pool)
        EXPECT_EQ(Set.contains(Each), Model.count(Each) == 1);
    }
  }
}

TEST_F(LatticeTest, UnionAndIntersectionObeyTheLawsOfSets) {
  for (unsigned Round = 0; Round < Rounds; ++Round) {
    PlaceSet A = placeSet(), B = placeSet(), C = placeSet();
    PlaceSet AB = A, BA = B, Both = A, BothBack = B;
    AB.unite(B);
    BA.unite(A);
    Both.intersect(B);
    BothBack.intersect(A);
    EXPECT_TRUE(AB == BA);
    EXPECT_TRUE(Both == BothBack);
    EXPECT_TRUE(isSorted(AB));
    EXPECT_TRUE(isSorted(Both));
    PlaceSet Absorbed = A;
    Absorbed.intersect(AB);
    EXPECT_TRUE(Absorbed == A);
    PlaceSet Left = AB, Right = B;
    Left.unite(C);
    Right.unite(C);
    Right.unite(A);
    EXPECT_TRUE(Left == Right);
  }
}

//===----------------------------------------------------------------------===//
// Sets of locks
//===----------------------------------------------------------------------===//

TEST_F(LatticeTest, LockSetJoinIsCommutative) {
  for (unsigned Round = 0; Round < Rounds; ++Round) {
    LockSet A = lockSet(), B = lockSet();
    LockSet AB = A, BA = B;
    AB.join(B);
    BA.join(A);
    EXPECT_TRUE(AB == BA);
    EXPECT_TRUE(isSorted(AB));
  }
}

TEST_F(LatticeTest, LockSetJoinIsIdempotentAndAssociative) {
  for (unsigned Round = 0; Round < Rounds; ++Round) {
    LockSet A = lockSet(), B = lockSet(), C = lockSet();
    LockSet Same = A;
    Same.join(A);
    EXPECT_TRUE(Same == A);
    LockSet Left = A, BC = B, Right = A;
    Left.join(B);
    Left.join(C);
    BC.join(C);
    Right.join(BC);
    EXPECT_TRUE(Left == Right);
  }
}

TEST_F(LatticeTest, LockSetJoinPromisesNoMoreThanEitherSide) {
  for (unsigned Round = 0; Round < Rounds; ++Round) {
    LockSet A = lockSet(), B = lockSet();
    LockSet AB = A;
    AB.join(B);
    EXPECT_TRUE(promisesNoMoreThan(AB, A));
    EXPECT_TRUE(promisesNoMoreThan(AB, B));
  }
}

TEST_F(LatticeTest, LockIsReleasedAsOftenAsItWasTaken) {
  for (unsigned Depth = 1; Depth <= 3; ++Depth) {
    LockSet Set;
    for (unsigned I = 0; I < Depth; ++I)
      Set.add({Pool[0]});
    EXPECT_EQ(Set.size(), 1u);
    EXPECT_EQ(Set.find(Pool[0])->Depth, Depth);
    for (unsigned I = 0; I < Depth; ++I)
      EXPECT_TRUE(Set.release(Pool[0]));
    EXPECT_TRUE(Set.empty());
    EXPECT_FALSE(Set.release(Pool[0]));
  }
}

TEST_F(LatticeTest, DepthIsBounded) {
  LockSet Set;
  for (unsigned I = 0; I < 1000; ++I)
    Set.add({Pool[0]});
  EXPECT_LE(Set.find(Pool[0])->Depth, 8);
  EXPECT_TRUE(Set.remove(Pool[0]));
  EXPECT_FALSE(Set.remove(Pool[0]));
  EXPECT_TRUE(Set.empty());
}

TEST_F(LatticeTest, TakingForWritingIsStronger) {
  HeldLock Reader{Pool[0]}, Writer{Pool[0]};
  Reader.Shared = true;
  LockSet Set;
  Set.add(Reader);
  Set.add(Writer);
  EXPECT_FALSE(Set.find(Pool[0])->Shared);
  LockSet OnlyReader, OnlyWriter;
  OnlyReader.add(Reader);
  OnlyWriter.add(Writer);
  OnlyWriter.join(OnlyReader);
  EXPECT_TRUE(OnlyWriter.find(Pool[0])->Shared);
  EXPECT_FALSE(OnlyWriter.find(Pool[0])->Maybe);
}

//===----------------------------------------------------------------------===//
// States
//===----------------------------------------------------------------------===//

TEST_F(LatticeTest, StateJoinIsIdempotent) {
  for (unsigned Round = 0; Round < Rounds; ++Round) {
    State A = state(), B = state();
    State Same = A;
    EXPECT_FALSE(Same.join(A, D));
    EXPECT_TRUE(Same.S == A.S);
    State AB = A;
    AB.join(B, D);
    State Again = AB;
    EXPECT_FALSE(Again.join(B, D)) << "B was taken in already";
    EXPECT_TRUE(Again.S == AB.S);
    EXPECT_TRUE(Again.Env == AB.Env);
  }
}

TEST_F(LatticeTest, StateJoinSaysWhetherItChangedSomething) {
  for (unsigned Round = 0; Round < Rounds; ++Round) {
    State A = state(), B = state();
    State AB = A;
    bool Changed = AB.join(B, D);
    bool Differs = !(AB.S == A.S) || !(AB.Env == A.Env);
    EXPECT_EQ(Changed, Differs);
  }
}

TEST_F(LatticeTest, StateJoinOfLocksAndHandoversIsCommutative) {
  for (unsigned Round = 0; Round < Rounds; ++Round) {
    State A = state(), B = state();
    State AB = A, BA = B;
    AB.join(B, D);
    BA.join(A, D);
    EXPECT_TRUE(AB.S.Held == BA.S.Held);
    EXPECT_TRUE(AB.S.Dropped == BA.S.Dropped);
    EXPECT_TRUE(AB.S.Joined == BA.S.Joined);
    EXPECT_TRUE(AB.S.Awaited == BA.S.Awaited);
    EXPECT_TRUE(AB.S.Signalled == BA.S.Signalled);
    EXPECT_TRUE(AB.S.Running == BA.S.Running);
    EXPECT_TRUE(AB.S.Started == BA.S.Started);
  }
}

TEST_F(LatticeTest, ThreadsAreNeverForgottenByAJoin) {
  for (unsigned Round = 0; Round < Rounds; ++Round) {
    State A = state(), B = state();
    State AB = A;
    AB.join(B, D);
    for (const State *Side : {&A, &B})
      for (const RunningThread &T : Side->S.Running) {
        auto Same = llvm::find_if(AB.S.Running, [&](const RunningThread &New) {
          return New.Thread == T.Thread;
        });
        ASSERT_NE(Same, AB.S.Running.end());
        EXPECT_TRUE(Same->Many || !T.Many);
        EXPECT_TRUE(Same->Handle == T.Handle || !Same->Handle);
      }
    EXPECT_TRUE(llvm::is_sorted(
        AB.S.Running, [](const RunningThread &X, const RunningThread &Y) {
          return X.Thread->Id < Y.Thread->Id;
        }));
  }
}

TEST_F(LatticeTest, JoinsEndAfterAFewSteps) {
  for (unsigned Round = 0; Round < Rounds / 10; ++Round) {
    State Sum = state();
    unsigned Changes = 0;
    for (unsigned Step = 0; Step < 400; ++Step)
      Changes += Sum.join(state(), D);
    EXPECT_LT(Changes, 200u);
  }
}

//===----------------------------------------------------------------------===//
// Environments
//===----------------------------------------------------------------------===//

TEST_F(LatticeTest, EnvironmentJoinKeepsWhatBothSidesSay) {
  const Place *P = Pool[0];
  const Value *One = D.Places.constant(1), *Two = D.Places.constant(2);
  const Value *ToA = D.Places.address(Pool[1]),
              *ToB = D.Places.address(Pool[2]);
  auto Joined = [&](const Value *L, const Value *R) {
    Environment Empty = D.Environments.getEmptyMap();
    State Left(D.Environments.add(Empty, P->id(), L));
    State Right(D.Environments.add(Empty, P->id(), R));
    Left.join(Right, D);
    const Value *const *Known = Left.Env.lookup(P->id());
    return Known ? *Known : nullptr;
  };
  EXPECT_EQ(Joined(One, One), One);
  EXPECT_EQ(Joined(ToA, ToA), ToA);
  EXPECT_EQ(Joined(One, nullptr), nullptr);
  EXPECT_EQ(Joined(nullptr, ToA), nullptr);
  EXPECT_EQ(Joined(One, Two), D.Places.counted());
  EXPECT_EQ(Joined(ToA, ToB), D.Places.either(ToA, ToB));
  EXPECT_EQ(Joined(ToA, One), nullptr);
}

TEST_F(LatticeTest, UnnamedPlaceHoldsWhatItHeldAtTheEntry) {
  const Place *P = Pool[0];
  State Left(D.Environments.getEmptyMap());
  State Right(D.Environments.add(D.Environments.getEmptyMap(), P->id(),
                                 D.Places.address(Pool[1])));
  State Back = Right;
  Left.join(Right, D);
  Back.join(State(D.Environments.getEmptyMap()), D);
  const Value *const *Known = Left.Env.lookup(P->id());
  ASSERT_TRUE(Known && *Known);
  EXPECT_EQ((*Known)->kind(), Value::OneOf);
  EXPECT_EQ((*Known)->parts().size(), 2u);
  EXPECT_TRUE(llvm::is_contained((*Known)->parts(), D.Places.load(P)));
  EXPECT_TRUE(Back.Env.contains(P->id()));
}

//===----------------------------------------------------------------------===//
// Sets of states
//===----------------------------------------------------------------------===//

TEST_F(LatticeTest, StateSetIsBounded) {
  for (unsigned Round = 0; Round < Rounds / 20; ++Round) {
    StateSet Set;
    for (unsigned Step = 0; Step < 100; ++Step) {
      Set.add(state(), D);
      ASSERT_LE(Set.size(), StateSet::MaxStates);
      ASSERT_GE(Set.size(), 1u);
      if (Set.overflowed())
        ASSERT_EQ(Set.size(), 1u);
    }
  }
}

TEST_F(LatticeTest, StateSetKeepsLocksApartAndMergesTheRest) {
  StateSet Set;
  State Locked(D.Environments.getEmptyMap()), Free = Locked;
  Locked.S.Held.add({Pool[0]});
  EXPECT_TRUE(Set.add(Locked, D));
  EXPECT_TRUE(Set.add(Free, D));
  EXPECT_EQ(Set.size(), 2u);
  Free.S.Awaited.insert(Pool[1]);
  EXPECT_FALSE(Set.add(Free, D)) << "awaited on some paths only";
  Free.S.Signalled.insert(Pool[1]);
  EXPECT_TRUE(Set.add(Free, D));
  EXPECT_EQ(Set.size(), 2u);
  EXPECT_FALSE(Set.add(Locked, D));
}

TEST_F(LatticeTest, AddingToAStateSetEnds) {
  for (unsigned Round = 0; Round < Rounds / 20; ++Round) {
    StateSet Set;
    std::vector<State> All;
    for (unsigned I = 0; I < 20; ++I)
      All.push_back(state());
    unsigned Passes = 0;
    for (bool Changed = true; Changed && Passes < 50; ++Passes) {
      Changed = false;
      for (const State &S : All)
        Changed |= Set.add(S, D);
    }
    EXPECT_LT(Passes, 50u);
  }
}

} // namespace
