//===- Children.cpp - what the child of a fork must not do ----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The child of a process with several threads has one of them, and memory as
// the others left it in the middle of their work: a lock that one of them
// held stays locked for ever, the heap's and the streams' included. So until
// it execs or ends, the child may do only what a signal handler may (POSIX,
// fork). If it never execs, the fork itself is the fault; if it does, what
// comes before.
//
//===----------------------------------------------------------------------===//

#include "analysis/processes/Processes.h"
#include "analysis/threads/Races.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace heddle {

namespace {

/// One fork in one thread, and what its child does.
struct Fork {
  const Thread *T;
  const Effect *At;
  std::vector<const Effect *> Child;
  std::vector<ThreadFact> Threads;
  std::vector<const Thread *> Others;
  bool Execs = false;
};

class ChildSearch {
public:
  ChildSearch(Engine &E, const ThreadModel &Model, ProcessFaults &Found)
      : E(E), Model(Model), Found(Found), SM(E.Context.getSourceManager()) {}

  void run() {
    findMisuse();
    bool Prepared = preparesForks();
    for (const Thread &T : Model.threads())
      for (const Effect &At : T.Effects)
        if (At.K == Effect::Process && isFork(At.What)) {
          Fork F = forkOf(T, At);
          findHeld(F);
          if (!F.Others.empty() && !Prepared)
            judge(F);
        }
  }

private:
  static bool isFork(Op What) { return What == Op::Fork || What == Op::Daemon; }
  void findMisuse();
  bool preparesForks() const;
  bool runsSinceBefore(const Thread &Other) const;
  Fork forkOf(const Thread &T, const Effect &At) const;
  void findHeld(const Fork &F);
  void judge(const Fork &F);
  const Thread *holderOf(const Fork &F, const Effect &Taking) const;
  bool isPlainLock(const Place *Lock) const;
  bool goesOn(const Fork &F) const;
  ProcessFact factOf(ProcessKind Kind, const Fork &F, const Effect &At) const;
  static AccessFact beside(llvm::StringRef Name, const Effect &At);

  Engine &E;
  const ThreadModel &Model;
  ProcessFaults &Found;
  const SourceManager &SM;
};

} // namespace

//===----------------------------------------------------------------------===//
// vfork
//===----------------------------------------------------------------------===//

void ChildSearch::findMisuse() {
  for (const auto &[F, Node] : E.Graph.nodes()) {
    const Summary *S = E.summaryOf(F);
    if (!S)
      continue;
    for (const Effect &At : S->Effects) {
      if (At.K != Effect::Misuse || At.Stack)
        continue;
      ProcessFact Fact;
      Fact.Kind = ProcessKind::VforkMisuse;
      Fact.Where = At.Loc;
      Fact.E = At.E;
      Fact.In = At.In;
      Fact.Callee = At.V ? At.V->function() : nullptr;
      Fact.Name = Fact.Callee ? primitiveName(Fact.Callee) : "";
      Fact.Write = At.E != nullptr && !At.V;
      if (At.At->Process.Child)
        Fact.Origin = At.At->Process.Child->Site->getBeginLoc();
      Found.add(Fact);
    }
  }
}

//===----------------------------------------------------------------------===//
// fork
//===----------------------------------------------------------------------===//

/// A function that pthread_atfork calls before a fork takes a lock: whoever
/// wrote it has thought of the child.
bool ChildSearch::preparesForks() const {
  auto Takes = [&](const Effect &At) {
    const FunctionDecl *Prepare = At.V ? At.V->function() : nullptr;
    const Summary *S = Prepare ? E.summaryOf(Prepare) : nullptr;
    return S && llvm::any_of(S->Effects, [](const Effect &Of) {
             return Of.K == Effect::Acquire;
           });
  };
  for (const Thread &T : Model.threads())
    for (const Effect &At : T.Effects)
      if (At.K == Effect::Process && At.What == Op::AtFork && Takes(At))
        return true;
  for (const Initialiser &First : Model.initialisers())
    for (const Effect &At : First.Does.Effects)
      if (At.K == Effect::Process && At.What == Op::AtFork && Takes(At))
        return true;
  return false;
}

bool ChildSearch::runsSinceBefore(const Thread &Other) const {
  if (!Other.Parent || Other.Parent->K != Thread::Before)
    return false;
  for (const Initialiser &First : Model.initialisers())
    for (const ExitState &Exit : First.Does.Exits)
      for (const RunningThread &R : Exit.S.Running)
        if (R.Thread == Other.Site)
          return true;
  return false;
}

Fork ChildSearch::forkOf(const Thread &T, const Effect &At) const {
  Fork F{&T, &At, {}, {}, {}, false};
  for (const Effect &Of : T.Effects)
    if (Of.At->Process.Child == At.Thread) {
      F.Child.push_back(&Of);
      // What is not known may exec.
      F.Execs |= Of.K == Effect::Process &&
                 (Of.What == Op::Exec || Of.What == Op::None);
    }
  for (const RunningThread &R : At.At->Running)
    for (const Thread &Other : Model.threads())
      if (Other.Parent == &T && Other.Site == R.Thread)
        F.Others.push_back(&Other);
  // What static initialisers have started and not joined.
  if (!At.At->Process.Alone)
    for (const Thread &Other : Model.threads())
      if (T.K == Thread::Main && runsSinceBefore(Other))
        F.Others.push_back(&Other);
  // Whoever runs in a started thread is not alone, unless it is a child.
  if (T.K == Thread::Spawned && !At.At->Process.Alone)
    F.Others.push_back(T.Parent);
  for (const Thread *Other : F.Others)
    F.Threads.push_back(Model.fact(*Other));
  return F;
}

ProcessFact ChildSearch::factOf(ProcessKind Kind, const Fork &F,
                                const Effect &At) const {
  ProcessFact Fact;
  Fact.Kind = Kind;
  Fact.Where = At.Loc;
  Fact.E = At.E;
  Fact.In = At.In;
  Fact.Origin = F.At->Loc;
  Fact.Calls = callFacts(&At == F.At ? At.Stack : below(At.Stack, F.At->Stack));
  Fact.Threads = F.Threads;
  return Fact;
}

AccessFact ChildSearch::beside(llvm::StringRef Name, const Effect &At) {
  AccessFact Fact;
  Fact.Name = Name;
  Fact.Where = At.Loc;
  Fact.E = At.E;
  Fact.In = At.In;
  return Fact;
}

/// The thread that may hold at the fork what the child waits for.
const Thread *ChildSearch::holderOf(const Fork &F, const Effect &Taking) const {
  const Place *Lock = Model.resolved(Taking.P);
  if (Lock->root()->kind() != Place::Global ||
      llvm::any_of(F.At->At->Held, [&](const HeldLock &Held) {
        return Model.resolved(Held.Lock) == Lock;
      }))
    return nullptr;
  for (const Thread *Other : F.Others)
    for (const Effect &Theirs : Other->Effects)
      if (Theirs.K == Effect::Acquire && Model.resolved(Theirs.P) == Lock)
        return Other;
  return nullptr;
}

/// The process that comes out of the fork is its child, and goes on.
bool ChildSearch::goesOn(const Fork &F) const {
  auto Survives = [&](const ProcessState &S) {
    return !S.Child && S.has(F.At->Thread, ForkRecord::Child) &&
           !S.has(F.At->Thread, ForkRecord::Parent) && S.Alone;
  };
  if (llvm::any_of(F.T->Effects,
                   [&](const Effect &Of) { return Survives(Of.At->Process); }))
    return true;
  const Summary *S = F.T->K == Thread::Main ? E.summaryOf(F.T->Entry) : nullptr;
  return S && llvm::any_of(S->Exits, [&](const ExitState &Exit) {
           return Survives(Exit.S.Process) ||
                  Exit.S.Process.Child == F.At->Thread;
         });
}

void ChildSearch::judge(const Fork &F) {
  std::vector<UnsafeCall> Calls;
  llvm::DenseMap<SourceLocation, const Thread *> Holders;
  for (const Effect *Of : F.Child) {
    if (auto Call = unsafeCall(*Of, E))
      Calls.push_back(*Call);
    if (Of->K == Effect::Acquire)
      if (const Thread *Holder = holderOf(F, *Of))
        Holders[Of->Loc] = Holder;
  }
  auto Groups = grouped(Calls, F.At->Stack, SM);
  if (!F.Execs || F.At->What == Op::Daemon) {
    if (Groups.empty() && !goesOn(F))
      return;
    ProcessFact Fact = factOf(ProcessKind::ForkWithThreads, F, *F.At);
    for (const UnsafeGroup &Group : Groups)
      Fact.Others.push_back(beside(Group.First.Name, *Group.First.At));
    return Found.add(Fact);
  }
  for (const UnsafeGroup &Group : Groups) {
    const Effect &At = *Group.First.At;
    const Thread *Holder = Holders.lookup(At.Loc);
    ProcessFact Fact = factOf(
        Holder ? ProcessKind::LockInChild : ProcessKind::UnsafeInChild, F, At);
    Fact.Name = Group.First.Name;
    Fact.Callee = Group.First.Callee;
    if (Holder)
      Fact.Threads = {Model.fact(*Holder)};
    for (const UnsafeCall &More : Group.More)
      Fact.Others.push_back(beside(More.Name, *More.At));
    Found.add(Fact);
  }
}

//===----------------------------------------------------------------------===//
// Locks that the child inherits
//===----------------------------------------------------------------------===//

/// Not recursive, as far as can be seen.
bool ChildSearch::isPlainLock(const Place *Lock) const {
  const ValueDecl *Decl = Lock->field();
  if (!Decl && Lock->isRoot())
    Decl = Lock->var();
  if (!Decl || E.Table.kindOf(Decl->getType()) != TypeKind::Lock)
    return false;
  for (const Thread &T : Model.threads())
    for (const Effect &Init : T.Effects)
      if (Init.K == Effect::Init && Model.resolved(Init.P) == Lock &&
          !(Init.V && Init.V->isConst(0)))
        return false;
  return true;
}

void ChildSearch::findHeld(const Fork &F) {
  for (const Effect *Taking : F.Child) {
    if (Taking->K != Effect::Acquire)
      continue;
    const HeldLock *AtFork = F.At->At->Held.find(Taking->P);
    const HeldLock *Now = Taking->At->Held.find(Taking->P);
    if (!AtFork || !Now || AtFork->Maybe || Now->Maybe || AtFork->Shared ||
        AtFork->Where != Now->Where || !isPlainLock(Taking->P))
      continue;
    ProcessFact Fact = factOf(ProcessKind::HeldAtFork, F, *F.At);
    Fact.Name = Taking->P->str();
    Fact.Others.push_back(beside(Fact.Name, *Taking));
    Found.add(Fact);
  }
}

void findChildFaults(Engine &E, const ThreadModel &Model,
                     ProcessFaults &Found) {
  ChildSearch(E, Model, Found).run();
}

} // namespace heddle
