//===- Summary.cpp - sharing what effects have in common ------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/summary/Summary.h"
#include "llvm/ADT/Hashing.h"

namespace heddle {

static size_t hashPlaces(size_t Seed, const PlaceSet &Set) {
  for (const Place *P : Set)
    Seed = llvm::hash_combine(Seed, P);
  return llvm::hash_combine(Seed, Set.size());
}

static size_t hashThreads(size_t Seed, const ThreadList &List) {
  for (const RunningThread &T : List)
    Seed = llvm::hash_combine(Seed, T.Thread, T.Handle, T.Many);
  return llvm::hash_combine(Seed, List.size());
}

static size_t hash(const Situation &S) {
  size_t H = 0;
  for (const HeldLock &L : S.Held)
    H = llvm::hash_combine(H, L.Lock, L.Shared, L.Maybe,
                           L.Where.getRawEncoding());
  H = hashThreads(hashThreads(H, S.Running), S.Started);
  H = hashPlaces(hashPlaces(H, S.Dropped), S.Joined);
  H = hashPlaces(hashPlaces(H, S.Awaited), S.Signalled);
  for (const auto &[P, V] : S.Given)
    H = llvm::hash_combine(H, P, V);
  H = llvm::hash_combine(H, S.OnPool, S.Process.Child, S.Process.Mask);
  for (const ForkRecord &R : S.Process.Forks)
    H = llvm::hash_combine(H, R.Fork, R.Roles);
  for (const HandlerRecord &R : S.Process.Handlers)
    H = llvm::hash_combine(H, R.Signal, R.Handler);
  return H;
}

/// Locks that were also taken at the same places: notes show these.
static bool sameOrigins(const LockSet &A, const LockSet &B) {
  return std::equal(
      A.begin(), A.end(), B.begin(), B.end(),
      [](const HeldLock &X, const HeldLock &Y) { return X.Where == Y.Where; });
}

const Situation *EffectPool::situation(const Situation &S) {
  size_t H = hash(S);
  auto [First, Last] = SituationsByHash.equal_range(H);
  for (auto It = First; It != Last; ++It)
    if (*It->second == S && sameOrigins(It->second->Held, S.Held))
      return It->second;
  Situations.push_back(S);
  SituationsByHash.insert({H, &Situations.back()});
  return &Situations.back();
}

const CallStack *EffectPool::stack(clang::SourceLocation Call,
                                   const clang::FunctionDecl *Callee,
                                   const CallStack *Next) {
  // One place can call several: overriders, the three parts of an await.
  const CallStack *&Known = Stacks[{{Call.getPtrEncoding(), Callee}, Next}];
  if (!Known)
    Known = new (Memory.Allocate<CallStack>()) CallStack{Call, Callee, Next};
  return Known;
}

const SpawnSite *EffectPool::spawn(const clang::Stmt *Site,
                                   const SpawnSite *Inner) {
  const SpawnSite *&Known = Spawns[{Site, Inner}];
  if (!Known)
    Known = new (Memory.Allocate<SpawnSite>())
        SpawnSite{Site, Inner, static_cast<unsigned>(Spawns.size())};
  return Known;
}

llvm::ArrayRef<const Value *>
EffectPool::list(llvm::ArrayRef<const Value *> Values) {
  return Values.copy(Memory);
}

/// Says that something is called, whatever is locked there.
static bool isCallOnly(const Effect &E) {
  return E.K == Effect::Library ||
         (E.K == Effect::Process && E.What == Op::None);
}

/// Of such calls the place in the text, the process and the conditions
/// count, not the locks, so that they stay few beside the accesses; of ends of
/// the process, whether there are threads.
static size_t keyOf(const Effect &E) {
  if (isCallOnly(E)) {
    size_t H = llvm::hash_combine(E.K, E.V, E.At->Process.Child,
                                  E.Loc.getRawEncoding());
    for (const auto &[P, V] : E.At->Given)
      H = llvm::hash_combine(H, P, V);
    return H;
  }
  if (E.K == Effect::Process && E.What == Op::Exit)
    return llvm::hash_combine(E.K, E.V, E.At->Running.empty(),
                              E.Loc.getRawEncoding());
  return llvm::hash_combine(E.K, E.P, E.V, E.At, E.Thread, E.Atomic,
                            E.Loc.getRawEncoding());
}

/// Of several ways to one effect the shortest tells most.
static bool isShorter(const CallStack *A, const CallStack *B) {
  while (A && B) {
    A = A->Next;
    B = B->Next;
  }
  return B;
}

void EffectList::add(const Effect &E) {
  auto [Known, New] = Seen.try_emplace(keyOf(E), Into.Effects.size());
  if (!New) {
    if (Known->second < Into.Effects.size() &&
        isShorter(E.Stack, Into.Effects[Known->second].Stack))
      Into.Effects[Known->second].Stack = E.Stack;
    return;
  }
  bool Library = isCallOnly(E);
  size_t Others = Into.Effects.size() - LibraryCalls;
  if (Library ? LibraryCalls >= MaxLibraryCalls : Others >= MaxEffects) {
    Into.Truncated = true;
    return;
  }
  LibraryCalls += Library;
  Into.Effects.push_back(E);
}

} // namespace heddle
