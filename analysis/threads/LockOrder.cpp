//===- LockOrder.cpp - the graph of locks taken under locks ---------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// An edge says: a thread that holds lock L waits for lock M. A cycle of edges
// is a possible deadlock when its edges can happen in different threads at
// once and no lock common to two of them (a gate) keeps them apart (Havelund,
// Goodlock, 2000; Engler and Ashcraft, RacerX, SOSP 2003). Locks taken by a
// try operation are never waited for. A lock that is a member of an object
// nobody in the file names stands for the member in any object of the class.
//
//===----------------------------------------------------------------------===//

#include "analysis/threads/LockOrder.h"
#include "analysis/threads/Races.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Lex/Lexer.h"
#include <set>

using namespace clang;

namespace heddle {

/// Longer cycles are not searched for.
static constexpr unsigned MaxCycle = 4;
/// Nor is anything in a graph larger than this.
static constexpr size_t MaxEdges = 4000;

namespace {

/// What stands for a lock in the graph: a place, or a member of any object.
using Node = const void *;

struct Edge {
  const Thread *T;
  const Effect *Taking;
  const HeldLock *Holding;
  const Place *From, *To; ///< resolved
  Node FromNode, ToNode;
  bool Shared;
};

class OrderFinder {
public:
  OrderFinder(Engine &E, const ThreadModel &Model)
      : E(E), Model(Model), SM(E.Context.getSourceManager()) {}

  std::vector<DeadlockFact> run() {
    collect();
    if (Edges.size() <= MaxEdges)
      for (size_t I = 0; I < Edges.size(); ++I) {
        Path.assign(1, &Edges[I]);
        extend();
      }
    llvm::sort(Found, [&](const DeadlockFact &A, const DeadlockFact &B) {
      return SM.isBeforeInTranslationUnit(A.Edges[0].Where, B.Edges[0].Where);
    });
    return std::move(Found);
  }

private:
  void collect();
  void addEdge(const Thread &T, const Effect &Taking, const HeldLock &Held);
  void checkRelock(const Edge &Candidate);
  void checkArgumentOrder(const Edge &Candidate);
  bool mayBeRecursive(const Place *Lock) const;
  bool comparesAddresses(const FunctionDecl *F) const;
  void extend();
  bool fits(const Edge &Next) const;
  bool mayMeet(const Edge &A, const Edge &B) const;
  bool gated(const Edge &A, const Edge &B) const;
  void reportCycle();
  void report(DeadlockKind Kind, llvm::ArrayRef<const Edge *> Edges);
  LockEdgeFact edgeFact(const Edge &Of) const;

  Engine &E;
  const ThreadModel &Model;
  const SourceManager &SM;
  std::vector<Edge> Edges;
  llvm::DenseMap<Node, llvm::SmallVector<size_t, 4>> Outgoing;
  llvm::SmallVector<const Edge *, 4> Path;
  std::vector<DeadlockFact> Found;
  std::set<std::vector<unsigned>> Reported;
};

} // namespace

static bool isFixedObject(const Place *P) {
  Place::Kind Root = P->root()->kind();
  return !P->hasDeref() && (Root == Place::Global || Root == Place::Local ||
                            Root == Place::Alloc);
}

const void *lockIdentity(const Place *P) {
  if (isFixedObject(P))
    return P;
  if (P->root()->kind() == Place::Global && P->hasDeref())
    return P;
  return P->field();
}

static bool hasVaryingIndex(const Place *P) {
  for (; P; P = P->base())
    if (P->kind() == Place::Index && !(P->index() && P->index()->isConst()))
      return true;
  return false;
}

void OrderFinder::collect() {
  for (const Thread &T : Model.threads())
    for (const Effect &Taking : T.Effects)
      if (Taking.K == Effect::Acquire || Taking.K == Effect::Relock)
        for (const HeldLock &Held : Taking.At->Held)
          if (Held.Lock->kind() != Place::Part && !Held.Maybe)
            addEdge(T, Taking, Held);
  for (size_t I = 0; I < Edges.size(); ++I)
    Outgoing[Edges[I].FromNode].push_back(I);
}

void OrderFinder::addEdge(const Thread &T, const Effect &Taking,
                          const HeldLock &Held) {
  Edge New{&T,
           &Taking,
           &Held,
           Model.resolved(Held.Lock),
           Model.resolved(Taking.P),
           nullptr,
           nullptr,
           Taking.Shared && Held.Shared};
  if (New.To->kind() == Place::Part || New.To->kind() == Place::Temp)
    return;
  // Which of several locks it is depends on a choice that is not followed.
  if (Taking.Chosen && Held.Chosen)
    return;
  New.FromNode = lockIdentity(New.From);
  New.ToNode = lockIdentity(New.To);
  if (!New.FromNode || !New.ToNode)
    return;
  if (New.From == New.To)
    return checkRelock(New);
  if (New.FromNode == New.ToNode)
    return checkArgumentOrder(New);
  Edges.push_back(New);
}

//===----------------------------------------------------------------------===//
// One lock twice
//===----------------------------------------------------------------------===//

static const ValueDecl *declOf(const Place *Lock) {
  for (const Place *P = Lock; P; P = P->base()) {
    if (P->field())
      return P->field();
    if (P->isRoot())
      return P->var();
  }
  return nullptr;
}

bool OrderFinder::mayBeRecursive(const Place *Lock) const {
  const ValueDecl *Decl = declOf(Lock);
  if (!Decl)
    return true;
  QualType Type = Decl->getType();
  while (const auto *Array = dyn_cast<ArrayType>(Type.getTypePtr()))
    Type = Array->getElementType();
  if (E.Table.kindOf(Type) != TypeKind::Lock)
    return true;
  // The attributes given at its creation, or an unusual initialiser.
  for (const Thread &T : Model.threads())
    for (const Effect &Init : T.Effects)
      if (Init.K == Effect::Init &&
          mayBeSameLock(Model.resolved(Init.P), Lock) &&
          !(Init.V && Init.V->isConst() && Init.V->constant() != 1))
        return true;
  const auto *Var = dyn_cast<VarDecl>(Decl);
  if (!Var || !Var->getAnyInitializer())
    return false;
  StringRef Text = Lexer::getSourceText(
      CharSourceRange::getTokenRange(
          SM.getExpansionRange(Var->getAnyInitializer()->getSourceRange())
              .getAsRange()),
      SM, E.Context.getLangOpts());
  return Text.contains("RECURSIVE");
}

void OrderFinder::checkRelock(const Edge &Candidate) {
  if (Candidate.Shared || Candidate.Taking->K == Effect::Relock)
    return;
  if (hasVaryingIndex(Candidate.From) || mayBeRecursive(Candidate.From))
    return;
  bool Upgrade = Candidate.Holding->Shared;
  report(Upgrade ? DeadlockKind::Upgrade : DeadlockKind::Relock, {&Candidate});
}

//===----------------------------------------------------------------------===//
// Two objects of one class
//===----------------------------------------------------------------------===//

namespace {
/// Looks for `&a < &b`, `a->id > b->id`, std::less: an order among objects.
class ComparisonFinder : public RecursiveASTVisitor<ComparisonFinder> {
public:
  bool Found = false;
  bool VisitBinaryOperator(BinaryOperator *Op) {
    Found |= Op->isRelationalOp();
    return true;
  }
  bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr *Call) {
    Found |= Call->isComparisonOp() || Call->getOperator() == OO_Call;
    return true;
  }
};
} // namespace

bool OrderFinder::comparesAddresses(const FunctionDecl *F) const {
  ComparisonFinder Finder;
  if (F && F->getBody())
    Finder.TraverseStmt(F->getBody());
  return Finder.Found;
}

/// `lock(a.m); lock(b.m);` for two parameters, in a function that anyone may
/// call with the arguments exchanged.
void OrderFinder::checkArgumentOrder(const Edge &Candidate) {
  auto IsOfArgument = [](const Place *P) {
    Place::Kind Root = P->root()->kind();
    return P->field() && (Root == Place::Param || Root == Place::This);
  };
  if (Candidate.T->K != Thread::Caller || !IsOfArgument(Candidate.From) ||
      !IsOfArgument(Candidate.To) ||
      Candidate.From->root() == Candidate.To->root())
    return;
  if (Candidate.Shared || comparesAddresses(Candidate.Taking->In))
    return;
  report(DeadlockKind::ArgumentOrder, {&Candidate});
}

//===----------------------------------------------------------------------===//
// Cycles
//===----------------------------------------------------------------------===//

bool OrderFinder::mayMeet(const Edge &A, const Edge &B) const {
  Parallel Answer = Model.mayRunInParallel(*A.T, *A.Taking, *B.T, *B.Taking);
  // That a library locks at all shows that it is used from several threads.
  return Answer != Parallel::No &&
         !Model.mayBeOrdered(*A.T, *A.Taking, *B.T, *B.Taking);
}

bool OrderFinder::gated(const Edge &A, const Edge &B) const {
  for (const HeldLock &L : A.Taking->At->Held)
    for (const HeldLock &R : B.Taking->At->Held) {
      const Place *PL = Model.resolved(L.Lock), *PR = Model.resolved(R.Lock);
      bool Same = PL == PR || (!lockIdentity(PL) && mayBeSameLock(PL, PR)) ||
                  (lockIdentity(PL) && lockIdentity(PL) == lockIdentity(PR));
      if (Same && !(L.Shared && R.Shared))
        return true;
    }
  return false;
}

bool OrderFinder::fits(const Edge &Next) const {
  for (const Edge *Earlier : Path) {
    if (Earlier->FromNode == Next.FromNode || Earlier == &Next)
      return false;
    if (!mayMeet(*Earlier, Next) || gated(*Earlier, Next))
      return false;
  }
  return true;
}

void OrderFinder::extend() {
  const Edge &Last = *Path.back();
  if (Path.size() > 1 && Last.ToNode == Path.front()->FromNode)
    return reportCycle();
  if (Path.size() >= MaxCycle)
    return;
  auto Next = Outgoing.find(Last.ToNode);
  if (Next == Outgoing.end())
    return;
  for (size_t I : Next->second) {
    // Each cycle once: begin with its first edge.
    if (&Edges[I] < Path.front() || !fits(Edges[I]))
      continue;
    Path.push_back(&Edges[I]);
    extend();
    Path.pop_back();
  }
}

/// Readers do not wait for readers: a cycle needs a writer at each lock.
void OrderFinder::reportCycle() {
  for (size_t I = 0; I < Path.size(); ++I) {
    const Edge &Now = *Path[I], &Next = *Path[(I + 1) % Path.size()];
    if (Now.Taking->Shared && Next.Holding->Shared)
      return;
  }
  report(DeadlockKind::Cycle, Path);
}

LockEdgeFact OrderFinder::edgeFact(const Edge &Of) const {
  LockEdgeFact Fact;
  Fact.Held = lockFact(*Of.Holding);
  Fact.Wanted = lockFact(Of.Taking->P, Of.Taking->Loc);
  Fact.Wanted.Shared = Of.Taking->Shared;
  Fact.Where = Of.Taking->Loc;
  Fact.E = Of.Taking->E;
  Fact.In = Of.Taking->In;
  Fact.Thread = Model.fact(*Of.T);
  Fact.Calls = callFacts(Of.Taking->Stack);
  return Fact;
}

void OrderFinder::report(DeadlockKind Kind, llvm::ArrayRef<const Edge *> Of) {
  std::vector<unsigned> Key{static_cast<unsigned>(Kind)};
  for (const Edge *Each : Of)
    Key.push_back(Each->Taking->Loc.getRawEncoding());
  llvm::sort(Key);
  if (!Reported.insert(Key).second)
    return;
  DeadlockFact Fact;
  Fact.Kind = Kind;
  for (const Edge *Each : Of)
    Fact.Edges.push_back(edgeFact(*Each));
  Found.push_back(std::move(Fact));
}

std::vector<DeadlockFact> findDeadlocks(Engine &E, const ThreadModel &Model) {
  return OrderFinder(E, Model).run();
}

} // namespace heddle
