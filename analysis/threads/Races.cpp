//===- Races.cpp - lockset comparison of parallel accesses ----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The lockset discipline (Savage et al., Eraser, TOCS 1997), decided
// statically in the manner of RELAY (Voung, Jhala and Lerner, FSE 2007): two
// accesses to one place, at least one a write, that can run in parallel and
// whose locksets have no lock in common, race. Accesses that agree in thread,
// place, kind and situation form a class, and classes are compared, so the
// cost is quadratic in the number of situations, not of lines.
//
//===----------------------------------------------------------------------===//

#include "analysis/threads/Races.h"
#include "clang/Basic/SourceManager.h"
#include <map>
#include <tuple>

using namespace clang;

namespace heddle {

/// Where no threads are seen, a lock is taken for the guard of a place when
/// it is held in this share of the functions that use the place (in percent)
static constexpr unsigned GuardedShare = 67;
/// and in this many at least, if the use without it is a write. For a read,
/// half of the functions are enough.
static constexpr unsigned GuardingFunctionsForWrite = 3;
/// A function that writes this many of a lock's variables without the lock is
/// start-up code.
static constexpr size_t StartUpVariables = 2;
/// Variables used in more ways than this are skipped.
static constexpr size_t MaxClasses = 600;

namespace {

/// Accesses that only differ in where they stand.
struct AccessClass {
  const Thread *T;
  const Place *P; ///< resolved
  LockSet Locks;  ///< resolved, once flags included
  bool Write;
  bool Atomic;
  llvm::SmallVector<const Effect *, 2> Sites;
  const Effect &first() const { return *Sites.front(); }
};

class RaceFinder {
public:
  RaceFinder(Engine &E, const ThreadModel &Model)
      : Model(Model), SM(E.Context.getSourceManager()) {}

  std::vector<RaceFact> run() {
    collect();
    noteUnguardedWrites();
    for (auto &[Var, Classes] : ByVariable)
      if (Classes.size() <= MaxClasses)
        compareAll(Var, Classes);
    std::vector<RaceFact> All;
    for (auto &[Key, Found] : Best)
      All.push_back(std::move(Found));
    llvm::sort(All, [&](const RaceFact &A, const RaceFact &B) {
      if (A.Access.Where != B.Access.Where)
        return SM.isBeforeInTranslationUnit(A.Access.Where, B.Access.Where);
      return A.Variable->getLocation() < B.Variable->getLocation();
    });
    return All;
  }

private:
  void collect();
  bool returnsObject(const AccessClass &A, const Effect &Site,
                     const HeldLock &Guard,
                     const std::vector<AccessClass> &All) const;
  bool sweeps(const AccessClass &Parent, const AccessClass &Child) const;
  void noteUnguardedWrites();
  size_t writtenWithout(const Thread &T, const Place *Guard) const;
  bool isSwitchedOff(const Effect &Access) const;
  LockSet resolvedLocks(const LockSet &Locks) const;
  void compareAll(const VarDecl *Var, std::vector<AccessClass> &Classes);
  void compare(const VarDecl *Var, const AccessClass &A, const AccessClass &B,
               const std::vector<AccessClass> &All);
  const HeldLock *inferredGuard(const AccessClass &A, const AccessClass &B,
                                const std::vector<AccessClass> &All) const;
  bool initialises(const Thread &T, const Place *Lock) const;
  bool isReachedWith(const HeldLock &Guard, const Effect &Site) const;
  bool isTestBefore(const Effect &Test, const AccessClass &Tester,
                    const AccessClass &Set) const;
  RaceKind kindOf(const AccessClass &A, const Effect &Site,
                  const AccessClass &B) const;
  void report(const VarDecl *Var, const AccessClass &A, const AccessClass &B,
              const std::vector<AccessClass> &All, const HeldLock *Guard,
              bool Inferred);
  AccessFact accessFact(const AccessClass &C, const Effect &Site) const;

  const ThreadModel &Model;
  const SourceManager &SM;
  /// The locks that a thread makes, and those that it takes.
  llvm::DenseSet<std::pair<const Thread *, const Place *>> Makes, Takes;
  /// Under which locks an access at a place of the source happens.
  llvm::DenseSet<std::pair<const Place *, unsigned>> Locked;
  /// Where an access is locked if a flag is set.
  llvm::DenseSet<std::pair<unsigned, const Place *>> LockSwitches;
  llvm::MapVector<const VarDecl *, std::vector<AccessClass>> ByVariable;
  llvm::DenseMap<std::pair<const Thread *, const Place *>,
                 llvm::DenseSet<const VarDecl *>>
      WrittenWithout;
  /// One race for each variable on each line.
  std::map<std::pair<std::pair<unsigned, unsigned>, const VarDecl *>, RaceFact>
      Best;

  std::pair<unsigned, unsigned> lineOf(SourceLocation Loc) const {
    auto [File, Offset] = SM.getDecomposedExpansionLoc(Loc);
    return {File.getHashValue(), SM.getLineNumber(File, Offset)};
  }
};

} // namespace

//===----------------------------------------------------------------------===//
// Collecting
//===----------------------------------------------------------------------===//

LockSet RaceFinder::resolvedLocks(const LockSet &Locks) const {
  LockSet Result;
  for (HeldLock L : Locks) {
    L.Lock = Model.resolved(L.Lock);
    Result.add(L);
  }
  return Result;
}

static const HeldLock *realLock(const LockSet &Locks) {
  for (const HeldLock &L : Locks)
    if (!L.Maybe && L.Lock->kind() != Place::Part)
      return &L;
  return nullptr;
}

/// An access that is locked when a flag is set and not when it is clear: the
/// flag says whether there are threads, so only the locked one counts
/// (assumption A8).
bool RaceFinder::isSwitchedOff(const Effect &Access) const {
  if (realLock(Access.At->Held))
    return false;
  for (const auto &[Flag, V] : Access.At->Given)
    if (V->isConst(0) &&
        LockSwitches.contains({Access.Loc.getRawEncoding(), Flag}))
      return true;
  return false;
}

void RaceFinder::collect() {
  for (const Thread &T : Model.threads())
    for (const Effect &Access : T.Effects)
      if (realLock(Access.At->Held))
        for (const auto &[Flag, V] : Access.At->Given)
          if (Flag->root()->kind() == Place::Global && !V->isConst(0))
            LockSwitches.insert({Access.Loc.getRawEncoding(), Flag});
  using Key =
      std::tuple<const Thread *, const Place *, const Situation *, bool, bool>;
  llvm::DenseMap<const VarDecl *, std::map<Key, size_t>> Index;
  for (const Thread &T : Model.threads())
    for (const Effect &Access : T.Effects) {
      if (Access.K == Effect::Init)
        Makes.insert({&T, Model.resolved(Access.P)});
      if (Access.K == Effect::Acquire)
        Takes.insert({&T, Model.resolved(Access.P)});
      bool Touches = Access.K == Effect::Read || Access.K == Effect::Write;
      if (!Touches || T.K == Thread::Handler)
        continue;
      const Place *P = Model.resolved(Access.P);
      if (P->root()->kind() != Place::Global || isSwitchedOff(Access))
        continue;
      const VarDecl *Var = P->root()->var();
      bool Write = Access.K == Effect::Write;
      auto &Classes = ByVariable[Var];
      auto [It, New] = Index[Var].try_emplace(
          {&T, P, Access.At, Write, Access.Atomic}, Classes.size());
      if (New)
        Classes.push_back(
            {&T, P, resolvedLocks(Access.At->Held), Write, Access.Atomic, {}});
      Classes[It->second].Sites.push_back(&Access);
      for (const HeldLock &L : Classes[It->second].Locks)
        Locked.insert({L.Lock, Access.Loc.getRawEncoding()});
    }
}

//===----------------------------------------------------------------------===//
// Deciding
//===----------------------------------------------------------------------===//

void RaceFinder::compareAll(const VarDecl *Var,
                            std::vector<AccessClass> &Classes) {
  for (size_t I = 0; I < Classes.size(); ++I)
    for (size_t J = I; J < Classes.size(); ++J)
      compare(Var, Classes[I], Classes[J], Classes);
}

/// The thread makes the lock: its accesses are before anyone else's.
bool RaceFinder::initialises(const Thread &T, const Place *Lock) const {
  return Makes.contains({&T, Lock});
}

/// The same line is also executed with the lock held.
bool RaceFinder::isReachedWith(const HeldLock &Guard,
                               const Effect &Site) const {
  return Locked.contains({Guard.Lock, Site.Loc.getRawEncoding()});
}

/// Before the first thread that this function itself starts.
static bool precedesThreads(const AccessClass &A) {
  bool Starts = llvm::any_of(
      A.T->Effects, [](const Effect &E) { return E.K == Effect::Spawn; });
  return Starts && A.first().At->Started.empty();
}

/// Stores what the variable holds from the beginning.
static bool setsInitialValue(const AccessClass &A) {
  const Value *Stored = A.first().V;
  return A.Write && Stored && Stored->isConst(0);
}

/// How many of the variables that the lock guards elsewhere the function
/// writes without it, never taking it: a function that does so to several
/// runs while nobody else does.
size_t RaceFinder::writtenWithout(const Thread &T, const Place *Guard) const {
  if (Takes.contains({&T, Guard}))
    return 0;
  auto It = WrittenWithout.find({&T, Guard});
  return It == WrittenWithout.end() ? 0 : It->second.size();
}

void RaceFinder::noteUnguardedWrites() {
  for (const auto &[Var, Classes] : ByVariable) {
    if (Classes.size() > MaxClasses)
      continue;
    for (const AccessClass &Locked : Classes)
      if (const HeldLock *Guard = realLock(Locked.Locks))
        for (const AccessClass &C : Classes)
          if (C.Write && C.T->K == Thread::Caller &&
              !C.Locks.find(Guard->Lock) && mustMeet(C.P, Locked.P))
            WrittenWithout[{C.T, Guard->Lock}].insert(Var);
  }
}

/// Without threads in sight: the lock of B, if it is held so often that the
/// place is evidently shared under it.
const HeldLock *
RaceFinder::inferredGuard(const AccessClass &A, const AccessClass &B,
                          const std::vector<AccessClass> &All) const {
  for (const HeldLock &Guard : B.Locks) {
    if (Guard.Maybe || Guard.Lock->kind() == Place::Part)
      continue;
    // Start-up code, or a helper that expects its callers to hold the lock.
    if (initialises(*A.T, Guard.Lock) || precedesThreads(A) ||
        isReachedWith(Guard, A.first()) || setsInitialValue(A))
      continue;
    size_t Written = writtenWithout(*A.T, Guard.Lock);
    if (Written >= StartUpVariables)
      continue;
    bool Strict = A.Write || Written > 0;
    llvm::DenseSet<const FunctionDecl *> Locked, Free;
    bool WrittenUnder = false;
    for (const AccessClass &C : All) {
      if (!mustMeet(A.P, C.P) || initialises(*C.T, Guard.Lock))
        continue;
      const HeldLock *Mine = C.Locks.find(Guard.Lock);
      WrittenUnder |= Mine && C.Write;
      for (const Effect *Site : C.Sites)
        if (Mine || !isReachedWith(Guard, *Site))
          (Mine ? Locked : Free).insert(Site->In);
    }
    size_t Total = Locked.size() + Free.size();
    bool Evident = Strict ? Locked.size() >= GuardingFunctionsForWrite &&
                                Locked.size() * 100 >= Total * GuardedShare
                          : Locked.size() >= Free.size();
    if (WrittenUnder && Evident)
      return &Guard;
  }
  return nullptr;
}

static const HeldLock *lockOnBothSides(const LockSet &A, const LockSet &B) {
  for (const HeldLock &L : A)
    if (B.find(L.Lock))
      return &L;
  return nullptr;
}

/// `if (!x) { lock; ... x = ...; }`: a test in the same function, above the
/// locked write.
bool RaceFinder::isTestBefore(const Effect &Test, const AccessClass &Tester,
                              const AccessClass &Set) const {
  // Callers from outside are functions apart.
  if (Tester.T != Set.T && Tester.T->K == Thread::Caller)
    return false;
  return llvm::any_of(Set.Sites, [&](const Effect *Site) {
    return Test.In == Site->In &&
           SM.isBeforeInTranslationUnit(Test.Loc, Site->Loc);
  });
}

RaceKind RaceFinder::kindOf(const AccessClass &A, const Effect &Site,
                            const AccessClass &B) const {
  if (B.Atomic && !A.Atomic)
    return RaceKind::MixedAtomic;
  const HeldLock *Both = lockOnBothSides(A.Locks, B.Locks);
  if (Both && Both->Lock->kind() != Place::Part && !Both->Maybe && Both->Shared)
    return RaceKind::SharedWrite;
  const HeldLock *Mine = realLock(A.Locks), *Theirs = realLock(B.Locks);
  if (Mine && Theirs)
    return RaceKind::DifferentLocks;
  if (!Theirs)
    return RaceKind::NeverLocked;
  if (!A.Write && B.Write && isTestBefore(Site, A, B))
    return RaceKind::DoubleChecked;
  return RaceKind::LockedElsewhere;
}

/// The parent passes all elements after it has started the threads, each of
/// which has one: it meets them all. Before that, in the loop that starts
/// them, it may be filling the next one's.
bool RaceFinder::sweeps(const AccessClass &Parent,
                        const AccessClass &Child) const {
  return Child.T->Parent == Parent.T && Child.T->Many &&
         Parent.first().In == Child.T->StartedIn &&
         SM.isBeforeInTranslationUnit(Child.T->Started, Parent.first().Loc);
}

/// A plain read whose value an atomic operation of the same function checks.
static bool seedsUpdate(const AccessClass &Plain,
                        const std::vector<AccessClass> &All) {
  return !Plain.Write && llvm::any_of(All, [&](const AccessClass &C) {
    return C.Atomic && C.Write && C.first().In == Plain.first().In &&
           mustMeet(C.P, Plain.P);
  });
}

/// The two happen under opposite values of a flag that nobody changes in
/// between, or a flag says that there is one thread only.
static bool contradict(const Effect &A, const Effect &B) {
  for (const auto &[P, V] : A.At->Given)
    for (const auto &[Q, W] : B.At->Given)
      if (P == Q && P->root()->kind() == Place::Global &&
          V->isConst(0) != W->isConst(0))
        return true;
  return false;
}

void RaceFinder::compare(const VarDecl *Var, const AccessClass &A,
                         const AccessClass &B,
                         const std::vector<AccessClass> &All) {
  if ((!A.Write && !B.Write) || (A.Atomic && B.Atomic))
    return;
  bool Apart = A.T == B.T || A.T->Site == B.T->Site;
  bool Sweeps = sweeps(A, B) || sweeps(B, A);
  if (!mustMeet(A.P, B.P, Sweeps) || commonLock(A.Locks, B.Locks, Apart) ||
      contradict(A.first(), B.first()))
    return;
  Parallel Answer = Model.mayRunInParallel(*A.T, A.first(), *B.T, B.first());
  if (Answer == Parallel::No ||
      Model.mayBeOrdered(*A.T, A.first(), *B.T, B.first()))
    return;
  const HeldLock *LockA = realLock(A.Locks), *LockB = realLock(B.Locks);
  if (Answer == Parallel::Unknown) {
    if (const HeldLock *Guard = inferredGuard(A, B, All); Guard && !LockA)
      report(Var, A, B, All, Guard, true);
    if (const HeldLock *Guard = inferredGuard(B, A, All); Guard && !LockB)
      report(Var, B, A, All, Guard, true);
    return;
  }
  // The side at fault: the one without a lock, the plain one beside an
  // atomic, the writer among readers; else both.
  if (A.Atomic != B.Atomic && seedsUpdate(A.Atomic ? B : A, All))
    return;
  bool GuardedA = LockA || Model.isSemaphoreGuarded(*A.T, A.first());
  bool GuardedB = LockB || Model.isSemaphoreGuarded(*B.T, B.first());
  bool FaultA = !GuardedA || GuardedB, FaultB = !GuardedB || GuardedA;
  if (A.Atomic != B.Atomic) {
    FaultA = !A.Atomic;
    FaultB = !B.Atomic;
  } else if (kindOf(A, A.first(), B) == RaceKind::SharedWrite) {
    FaultA = A.Write;
    FaultB = B.Write;
  }
  if (FaultA)
    report(Var, A, B, All, LockB, false);
  if (FaultB && &A != &B)
    report(Var, B, A, All, LockA, false);
}

//===----------------------------------------------------------------------===//
// Stating
//===----------------------------------------------------------------------===//

LockFact lockFact(const Place *Lock, SourceLocation Where) {
  LockFact Fact;
  Fact.Name = Lock->str();
  Fact.Where = Where;
  Fact.IsVariable = Lock->kind() == Place::Global;
  if (const FieldDecl *Field = Lock->field())
    Fact.Decl = Field;
  else if (Lock->isRoot())
    Fact.Decl = Lock->var();
  return Fact;
}

LockFact lockFact(const HeldLock &Held) {
  LockFact Fact = lockFact(Held.Lock, Held.Where);
  Fact.Shared = Held.Shared;
  return Fact;
}

std::vector<CallFact> callFacts(const CallStack *Stack) {
  std::vector<CallFact> Calls;
  for (; Stack; Stack = Stack->Next)
    Calls.push_back({Stack->Call, Stack->Callee});
  return Calls;
}

AccessFact RaceFinder::accessFact(const AccessClass &C,
                                  const Effect &Site) const {
  AccessFact Fact;
  Fact.Name =
      Site.P->root()->kind() == Place::Global ? Site.P->str() : C.P->str();
  Fact.Write = C.Write;
  Fact.Atomic = C.Atomic;
  Fact.Where = Site.Loc;
  Fact.E = Site.E;
  Fact.In = Site.In;
  for (const HeldLock &L : C.Locks)
    if (!L.Maybe && L.Lock->kind() != Place::Part)
      Fact.Locks.push_back(lockFact(L));
  Fact.Thread = Model.fact(*C.T);
  Fact.Calls = callFacts(Site.Stack);
  return Fact;
}

/// Among several counterparts the most telling: certain before inferred, a
/// locked one before an unlocked, a write before a read, elsewhere before
/// here.
static int rank(const RaceFact &R) {
  return (R.Inferred ? 0 : 8) + (R.Other.Locks.empty() ? 0 : 4) +
         (R.Other.Write ? 2 : 0) + (R.Other.Where != R.Access.Where ? 1 : 0);
}

/// `lock; if (!p) p = make(); unlock; return p;`: the pointer is there for
/// good once the function has seen it under the lock.
bool RaceFinder::returnsObject(const AccessClass &A, const Effect &Site,
                               const HeldLock &Guard,
                               const std::vector<AccessClass> &All) const {
  if (A.Write || !Site.E || !Site.E->getType()->isPointerType())
    return false;
  return llvm::any_of(All, [&](const AccessClass &C) {
    return C.T == A.T && C.P == A.P && C.Locks.find(Guard.Lock) &&
           C.first().In == Site.In &&
           SM.isBeforeInTranslationUnit(C.first().Loc, Site.Loc);
  });
}

void RaceFinder::report(const VarDecl *Var, const AccessClass &A,
                        const AccessClass &B,
                        const std::vector<AccessClass> &All,
                        const HeldLock *Guard, bool Inferred) {
  for (const Effect *Site : A.Sites) {
    if (Inferred && Guard && returnsObject(A, *Site, *Guard, All))
      continue;
    RaceFact Found;
    Found.Kind = kindOf(A, *Site, B);
    Found.Variable = Var;
    Found.Access = accessFact(A, *Site);
    Found.Other = accessFact(B, B.first());
    if (Guard) {
      Found.Guard = lockFact(*Guard);
      Found.AlsoGuarded = isReachedWith(*Guard, *Site);
    }
    Found.Inferred = Inferred;
    auto [It, New] = Best.try_emplace({lineOf(Site->Loc), Var}, Found);
    bool Better =
        A.Write > It->second.Access.Write ||
        (A.Write == It->second.Access.Write && rank(Found) > rank(It->second));
    if (!New && Better)
      It->second = Found;
  }
}

std::vector<RaceFact> findRaces(Engine &E, const ThreadModel &Model) {
  return RaceFinder(E, Model).run();
}

} // namespace heddle
