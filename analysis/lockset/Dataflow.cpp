//===- Dataflow.cpp - fixed point, then effects ---------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A worklist in reverse post-order computes the states at the head of each
// block; states only grow (State.cpp) and visits are counted, so it ends. A
// last pass over the result records the effects, each exactly as often as
// there are states that differ in locks or threads.
//
//===----------------------------------------------------------------------===//

#include "analysis/lockset/Dataflow.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/STLExtras.h"
#include <optional>

using namespace clang;

namespace heddle {

Dataflow::Dataflow(Domain &D, const Primitives &Table, Program &P,
                   EffectPool &Pool, const FunctionDecl *F,
                   const EventGraph &Graph)
    : D(D), Graph(Graph), Step(D, Table, P, Pool, F), In(Graph.Blocks.size()),
      Visits(Graph.Blocks.size()), Pending(Graph.Blocks.size()) {}

Summary Dataflow::run(const Observer &Watch) {
  findChangedParams();
  findLoopBodies();
  solve();
  Summary Result;
  EffectList Sink(Result);
  for (unsigned Block : Graph.Order) {
    Transfer::States Out(In[Block].begin(), In[Block].end());
    if (!Out.empty())
      flow(Block, Out, &Sink, Watch);
  }
  for (State S : In[Graph.Exit])
    Result.Exits.push_back(exitState(S));
  endForks(Result);
  Result.Truncated |= Truncated;
  return Result;
}

/// A child whose parent does not come back is what the program goes on as.
void Dataflow::endForks(Summary &Of) {
  for (ExitState &Exit : Of.Exits) {
    ProcessState &Mine = Exit.S.Process;
    bool Parent = llvm::any_of(Of.Exits, [&](const ExitState &Other) {
      return Other.S.Process.has(Mine.Child, ForkRecord::Parent);
    });
    if (Mine.Child && !Parent)
      Mine.Child = nullptr;
    Mine.Borrows = false;
  }
}

/// A parameter that is assigned to says nothing of the argument any more.
void Dataflow::findChangedParams() {
  for (const EventBlock &Block : Graph.Blocks)
    for (const Event &E : Block.Events) {
      if (E.K != Event::Store && E.K != Event::Update)
        continue;
      const auto *Ref = dyn_cast<DeclRefExpr>(E.E->IgnoreParens());
      if (!Ref)
        continue;
      if (const auto *Param = dyn_cast<ParmVarDecl>(Ref->getDecl()))
        Step.evaluator().ChangedParams.insert(Param);
      else if (const auto *Var = dyn_cast<VarDecl>(Ref->getDecl()))
        Step.evaluator().ChangedLocals.insert(Var);
    }
}

/// What a loop repeats or a condition guards.
static const Stmt *bodyOf(const Stmt *Loop) {
  if (!Loop)
    return nullptr;
  if (const auto *If = dyn_cast<IfStmt>(Loop))
    return If->getThen();
  if (const auto *For = dyn_cast<ForStmt>(Loop))
    return For->getBody();
  if (const auto *While = dyn_cast<WhileStmt>(Loop))
    return While->getBody();
  if (const auto *Range = dyn_cast<CXXForRangeStmt>(Loop))
    return Range; // with the variable that it declares
  return nullptr;
}

/// The calls and declarations of a function, by what the source has of them.
namespace {
class EventIndex {
public:
  explicit EventIndex(const EventGraph &Graph) {
    for (unsigned Id : Graph.Order)
      for (const Event &E : Graph.Blocks[Id].Events)
        if (E.K == Event::Call)
          add(E.E, E);
        else if (E.K == Event::Declare)
          add(E.Var, E);
  }

  /// What lies within the statement, in the order of execution: a declaration
  /// before its uses. \p Calls says whether a call is among it.
  std::vector<const Event *> within(const Stmt *Body, bool &Calls) const {
    llvm::SmallVector<unsigned, 16> Found;
    if (const auto *Range = dyn_cast_or_null<CXXForRangeStmt>(Body)) {
      note(Range->getLoopVariable(), Found);
      Body = Range->getBody();
    }
    collect(Body, Found);
    llvm::sort(Found);
    std::vector<const Event *> Result;
    for (unsigned At : Found) {
      Result.push_back(Events[At]);
      Calls |= Events[At]->K == Event::Call;
    }
    return Result;
  }

private:
  void add(const void *Entity, const Event &E) {
    Positions[Entity].push_back(Events.size());
    Events.push_back(&E);
  }

  void note(const void *Entity, llvm::SmallVectorImpl<unsigned> &Found) const {
    auto It = Positions.find(Entity);
    if (It != Positions.end())
      Found.append(It->second.begin(), It->second.end());
  }

  void collect(const Stmt *S, llvm::SmallVectorImpl<unsigned> &Found) const {
    if (!S)
      return;
    if (const auto *Call = dyn_cast<CallExpr>(S))
      note(static_cast<const Expr *>(Call), Found);
    if (const auto *Decls = dyn_cast<DeclStmt>(S))
      for (const Decl *D : Decls->decls())
        if (const auto *Var = dyn_cast<VarDecl>(D))
          note(Var, Found);
    for (const Stmt *Child : S->children())
      collect(Child, Found);
  }

  std::vector<const Event *> Events;
  llvm::DenseMap<const void *, llvm::SmallVector<unsigned, 1>> Positions;
};
} // namespace

/// Most functions wait for nobody, and need not be searched.
bool Dataflow::waitsSomewhere() const {
  return llvm::any_of(Graph.Blocks, [&](const EventBlock &Block) {
    return llvm::any_of(Block.Events, [&](const Event &E) {
      return E.K == Event::Call && Step.isWaiting(E.E);
    });
  });
}

void Dataflow::findLoopBodies() {
  if (!waitsSomewhere())
    return;
  std::optional<EventIndex> Index;
  for (unsigned Head = 0; Head < Graph.Blocks.size(); ++Head) {
    const Stmt *Body = bodyOf(Graph.Blocks[Head].Controls);
    if (!Body)
      continue;
    if (!Index)
      Index.emplace(Graph);
    bool Calls = false;
    std::vector<const Event *> Events = Index->within(Body, Calls);
    if (Calls)
      Bodies[Head] = std::move(Events);
  }
}

void Dataflow::solve() {
  State Start(D.Environments.getEmptyMap());
  Step.enterFunction(Start);
  In[Graph.Entry].add(Start, D);
  Pending[Graph.Entry] = true;
  bool Again = true;
  while (Again) {
    Again = false;
    for (unsigned Block : Graph.Order) {
      if (!Pending[Block])
        continue;
      Pending[Block] = false;
      if (++Visits[Block] > MaxVisits) {
        Truncated = true;
        continue;
      }
      Again = true;
      Transfer::States Out(In[Block].begin(), In[Block].end());
      flow(Block, Out, nullptr, nullptr);
      propagate(Block, Out);
    }
  }
}

/// Forks within one block are merged when they become too many.
static void compact(Transfer::States &All, Domain &D) {
  if (All.size() <= 1)
    return;
  StateSet Merged;
  for (const State &S : All)
    Merged.add(S, D);
  All.assign(Merged.begin(), Merged.end());
}

/// A handler begins in the state of its try statement's begin: the guards
/// made since are gone. What variables hold by then is unknown.
void Dataflow::enterHandlers(unsigned Block, size_t Position,
                             const Transfer::States &Out) {
  for (auto [At, Handler] : Graph.Blocks[Block].Handlers) {
    if (At != Position)
      continue;
    for (State S : Out)
      if (In[Handler].add(S, D))
        Pending[Handler] = true;
  }
}

void Dataflow::flow(unsigned Block, Transfer::States &Out, EffectList *Sink,
                    const Observer &Watch) {
  size_t Position = 0;
  for (const Event &E : Graph.Blocks[Block].Events) {
    enterHandlers(Block, Position++, Out);
    if (Watch)
      for (const State &S : Out)
        Watch(E, S);
    size_t Before = Out.size();
    Step.apply(E, Out, Sink);
    if (Out.size() > Before && Out.size() > StateSet::MaxStates)
      compact(Out, D);
  }
}

static bool mayBe(const Value &V, int64_t N) {
  switch (V.kind()) {
  case Value::Const:
    return V.constant() == N;
  case Value::NonZero:
    return N != 0;
  case Value::Positive:
    return N > 0;
  case Value::Failure:
    return N == -1;
  default:
    return true;
  }
}

bool Dataflow::mayTake(const EventBlock &From, const EventEdge &Edge,
                       const State &S) {
  const Evaluator &Eval = Step.evaluator();
  if (Edge.Why == Branch::True || Edge.Why == Branch::False) {
    auto Known = Eval.truth(From.Condition, S.Env);
    return !Known || *Known == (Edge.Why == Branch::True);
  }
  if (Edge.Why == Branch::Case && Edge.Label && From.Condition) {
    const Value *V = Eval.value(From.Condition, S.Env);
    const Value *Label = Eval.value(Edge.Label, S.Env);
    return !V || !Label || !Label->isConst() || mayBe(*V, Label->constant());
  }
  if (Edge.Why == Branch::Case && !Edge.Label && From.Condition)
    return mayTakeDefault(From, S);
  return true;
}

/// A value that has a label of its own does not go to default.
bool Dataflow::mayTakeDefault(const EventBlock &From, const State &S) {
  const Evaluator &Eval = Step.evaluator();
  const Value *V = Eval.value(From.Condition, S.Env);
  if (!V || !(V->isConst() || V->kind() == Value::Failure))
    return true;
  return llvm::none_of(From.Successors, [&](const EventEdge &Other) {
    const Value *Label = Other.Label ? Eval.value(Other.Label, S.Env) : nullptr;
    return Label && Label->isConst() && mayBe(*V, Label->constant());
  });
}

void Dataflow::cross(const EventBlock &From, const EventEdge &Edge, State &S) {
  bool Holds = Edge.Why == Branch::True;
  if (Edge.Why == Branch::Case && Edge.Label && From.Condition)
    Step.evaluator().assumeEqual(From.Condition, Edge.Label, S.Env);
  if (Holds || Edge.Why == Branch::False) {
    Step.enterBranch(From.Condition, Holds, S);
    Step.evaluator().assume(From.Condition, Holds, S.Env);
  }
  if (From.StaticVar)
    Step.enterStatic(From.StaticVar, Edge.Why != Branch::Once, S);
  if (From.Controls && Edge.Why == Branch::False) {
    unsigned Head = &From - Graph.Blocks.data();
    auto Body = Bodies.find(Head);
    if (Body == Bodies.end())
      return;
    if (isa<IfStmt>(From.Controls))
      Step.skipBranch(From.Condition, Body->second, S);
    else
      Step.leaveLoop(Body->second, S);
  }
}

void Dataflow::propagate(unsigned Block, const Transfer::States &Out) {
  const EventBlock &From = Graph.Blocks[Block];
  if (From.NoReturn)
    return;
  for (const EventEdge &Edge : From.Successors)
    for (const State &S : Out) {
      if (!mayTake(From, Edge, S))
        continue;
      State Next = S;
      cross(From, Edge, Next);
      if (In[Edge.To].add(Next, D))
        Pending[Edge.To] = true;
    }
}

/// What a caller can name, or the engine resolve, of what a place holds.
static bool isVisibleOutside(const Place *P) {
  if (P->kind() == Place::Param || P->kind() == Place::Capture)
    return false;
  switch (P->root()->kind()) {
  case Place::This:
  case Place::Result:
  case Place::Global:
    return true;
  case Place::Param:
  case Place::Capture:
    return P->hasDeref();
  default:
    return false;
  }
}

ExitState Dataflow::exitState(const State &S) {
  State Last = S;
  Step.leaveFunction(Last);
  Step.addGiven(Last.S, Last.Env);
  ExitState Exit;
  Exit.S = Last.S;
  const Place *Result = D.Places.result();
  for (const auto &[Id, V] : Last.Env) {
    const Place *P = D.Places.byId(Id);
    if (P == Result)
      Exit.Result = V;
    else if (isVisibleOutside(P))
      Exit.Stores.push_back({P, V});
  }
  return Exit;
}

} // namespace heddle
