//===- Lifetime.cpp - threads and processes around main -------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Before main, objects of other files and of the rest of this one may not be
// made yet; after it, static objects are destroyed one after the other
// ([basic.start]). A thread that somebody joins in time may be started before
// main if it uses nothing that is made later.
//
//===----------------------------------------------------------------------===//

#include "analysis/processes/Processes.h"
#include "analysis/threads/Races.h"
#include "clang/AST/Attr.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace heddle {

namespace {

class LifetimeSearch {
public:
  LifetimeSearch(Engine &E, const ThreadModel &Model, ProcessFaults &Found)
      : E(E), Model(Model), Found(Found), SM(E.Context.getSourceManager()) {}

  void run() {
    for (const Initialiser &First : Model.initialisers()) {
      findEarlyThreads(First);
      findEarlyProcesses(First);
    }
    findLateThreads();
    for (const Thread &T : Model.threads())
      if (T.K == Thread::Main)
        findOutlived(T);
  }

private:
  void findEarlyThreads(const Initialiser &First);
  void findEarlyProcesses(const Initialiser &First);
  void findLateThreads();
  void findLateThreads(const FunctionDecl *Last, SourceLocation Origin);
  void findOutlived(const Thread &Main);
  void reportOutlived(const Thread &T, SourceLocation Ends);
  bool isJoined(const Place *Handle);
  void collectJoined();
  const Thread *threadOf(const Effect &Spawn) const;
  const Effect *usesLater(const Thread &T, const Initialiser &First) const;
  bool isMadeLater(const VarDecl *Used, const VarDecl *By) const;
  bool isDestroyed(const VarDecl *Var) const;
  ProcessFact factOf(ProcessKind Kind, const Effect &At) const;
  ProcessFact factOf(ProcessKind Kind, const Effect &At,
                     const Initialiser &First) const;

  Engine &E;
  const ThreadModel &Model;
  ProcessFaults &Found;
  const SourceManager &SM;
  /// Variables and fields of the handles that somebody joins.
  std::optional<llvm::DenseSet<const ValueDecl *>> Joined;
};

} // namespace

ProcessFact LifetimeSearch::factOf(ProcessKind Kind, const Effect &At) const {
  ProcessFact Fact;
  Fact.Kind = Kind;
  Fact.Where = At.Loc;
  Fact.E = At.E;
  Fact.In = At.In;
  Fact.Calls = callFacts(At.Stack);
  if (At.V && At.V->function())
    Fact.Name = At.V->function()->getNameAsString();
  return Fact;
}

ProcessFact LifetimeSearch::factOf(ProcessKind Kind, const Effect &At,
                                   const Initialiser &First) const {
  ProcessFact Fact = factOf(Kind, At);
  Fact.Variable = First.Variable;
  Fact.Entry = First.Function;
  Fact.Origin = First.Variable ? First.Variable->getLocation()
                               : First.Function->getLocation();
  return Fact;
}

//===----------------------------------------------------------------------===//
// Joins
//===----------------------------------------------------------------------===//

static void addNames(const Place *P, llvm::DenseSet<const ValueDecl *> &Into) {
  for (; P; P = P->base()) {
    if (P->field())
      Into.insert(P->field());
    if (P->kind() == Place::Global)
      Into.insert(P->var()->getCanonicalDecl());
  }
}

void LifetimeSearch::collectJoined() {
  Joined.emplace();
  for (const auto &[F, Node] : E.Graph.nodes()) {
    const Summary *S = E.summaryOf(F);
    if (!S)
      continue;
    for (const ExitState &Exit : S->Exits)
      for (const Place *P : Exit.S.Joined)
        addNames(P, *Joined);
    for (const Effect &Of : S->Effects)
      for (const Place *P : Of.At->Joined)
        addNames(P, *Joined);
  }
}

/// Some join of the file may mean the handle, or its own destructor joins.
bool LifetimeSearch::isJoined(const Place *Handle) {
  if (!Handle)
    return false;
  if (!Joined)
    collectJoined();
  llvm::DenseSet<const ValueDecl *> Mine;
  addNames(Handle, Mine);
  for (const ValueDecl *Name : Mine) {
    TypeKind Kind = E.Table.kindOf(Name->getType());
    if (Joined->contains(Name) || Kind == TypeKind::JoiningThread ||
        Kind == TypeKind::Task)
      return true;
  }
  // On the heap, and nobody says where the pointer goes.
  return Mine.empty() && Handle->root()->kind() == Place::Alloc &&
         !Joined->empty();
}

//===----------------------------------------------------------------------===//
// Before main
//===----------------------------------------------------------------------===//

const Thread *LifetimeSearch::threadOf(const Effect &Spawn) const {
  for (const Thread &T : Model.threads())
    if (T.Parent && T.Parent->K == Thread::Before && T.Site == Spawn.Thread)
      return &T;
  return nullptr;
}

/// The variable is made by code that runs after the other's, or nobody knows
/// when because another file makes it ([basic.start.dynamic]).
bool LifetimeSearch::isMadeLater(const VarDecl *Used, const VarDecl *By) const {
  if (Used->isStaticLocal() || Used->getType()->isReferenceType() ||
      SM.isInSystemHeader(Used->getLocation()))
    return false;
  const VarDecl *Definition = Used->getDefinition();
  const CXXRecordDecl *Record = Used->getType()->getAsCXXRecordDecl();
  bool Made = Record && Record->hasDefinition() &&
              !Record->hasTrivialDefaultConstructor() &&
              !Record->hasConstexprNonCopyMoveConstructor();
  if (!Definition)
    return Made;
  if (Definition->isConstexpr() || Definition->isInline() || !By)
    return false;
  bool Dynamic = Definition->hasInit() &&
                 !Definition->getInit()->isValueDependent() &&
                 !Definition->hasConstantInitialization();
  return Dynamic && SM.isBeforeInTranslationUnit(By->getLocation(),
                                                 Definition->getLocation());
}

const Effect *LifetimeSearch::usesLater(const Thread &T,
                                        const Initialiser &First) const {
  for (const Effect &Use : T.Effects) {
    bool Touches = Use.K == Effect::Read || Use.K == Effect::Write;
    const Place *P = Touches ? Use.P : nullptr;
    if (P && P->root()->kind() == Place::Global &&
        isMadeLater(P->root()->var(), First.Variable))
      return &Use;
  }
  return nullptr;
}

void LifetimeSearch::findEarlyThreads(const Initialiser &First) {
  for (const Effect &Spawn : First.Does.Effects) {
    if (Spawn.K != Effect::Spawn)
      continue;
    const Thread *T = threadOf(Spawn);
    const Effect *Use = T ? usesLater(*T, First) : nullptr;
    // Joined in the initialiser itself, or by whoever has the handle.
    bool Runs = false, Waited = true;
    for (const ExitState &Exit : First.Does.Exits)
      for (const RunningThread &R : Exit.S.Running)
        if (R.Thread == Spawn.Thread) {
          Runs = true;
          Waited &= isJoined(R.Handle);
        }
    if (!Use && (!Runs || Waited))
      continue;
    ProcessFact Fact = factOf(Use ? ProcessKind::ThreadTooEarly
                                  : ProcessKind::ThreadBeforeMain,
                              Spawn, First);
    if (Use) {
      AccessFact Other;
      Fact.Name = Other.Name = Use->P->root()->var()->getNameAsString();
      Other.Where = Use->Loc;
      Other.Calls = callFacts(Use->Stack);
      Fact.Others.push_back(Other);
    }
    Found.add(Fact);
  }
}

void LifetimeSearch::findEarlyProcesses(const Initialiser &First) {
  for (const Effect &At : First.Does.Effects) {
    if (At.K != Effect::Process)
      continue;
    if (At.What == Op::RunLoop) {
      ProcessFact Fact = factOf(ProcessKind::LoopBeforeMain, At, First);
      Fact.Name = primitiveName(At.V->function());
      Found.add(Fact);
    }
    if (At.What != Op::Fork)
      continue;
    // The child comes out of the initialiser as the parent does.
    bool Returns = llvm::any_of(First.Does.Exits, [&](const ExitState &Exit) {
      return Exit.S.Process.Child == At.Thread;
    });
    if (Returns)
      Found.add(factOf(ProcessKind::ForkBeforeMain, At, First));
  }
}

//===----------------------------------------------------------------------===//
// After main
//===----------------------------------------------------------------------===//

void LifetimeSearch::findLateThreads(const FunctionDecl *Last,
                                     SourceLocation Origin) {
  const Summary *S = Last ? E.summaryOf(Last) : nullptr;
  if (!S)
    return;
  for (const Effect &Spawn : S->Effects) {
    bool Runs =
        Spawn.K == Effect::Spawn &&
        llvm::any_of(S->Exits, [&](const ExitState &Exit) {
          return llvm::any_of(Exit.S.Running, [&](const RunningThread &R) {
            return R.Thread == Spawn.Thread;
          });
        });
    if (!Runs)
      continue;
    ProcessFact Fact = factOf(ProcessKind::ThreadAfterMain, Spawn);
    Fact.Entry = Last;
    Fact.Origin = Origin;
    Found.add(Fact);
  }
}

void LifetimeSearch::findLateThreads() {
  for (const auto &[F, Node] : E.Graph.nodes())
    if (Node.F->hasAttr<DestructorAttr>())
      findLateThreads(Node.F, Node.F->getLocation());
  for (const Thread &T : Model.threads())
    for (const Effect &At : T.Effects)
      if (At.K == Effect::Process && At.What == Op::AtExit && At.V)
        findLateThreads(At.V->function(), At.Loc);
  for (const VarDecl *Var : E.Graph.globals())
    if (const CXXRecordDecl *Record = Var->getType()->getAsCXXRecordDecl())
      if (Record->hasDefinition() && !Record->hasTrivialDestructor())
        findLateThreads(Record->getDestructor(), Var->getLocation());
}

/// The object's end is more than that of its memory.
bool LifetimeSearch::isDestroyed(const VarDecl *Var) const {
  if (SM.isInSystemHeader(Var->getLocation()) ||
      Var->getType()->isReferenceType())
    return false;
  QualType Type = E.Context.getBaseElementType(Var->getType());
  const CXXRecordDecl *Record = Type->getAsCXXRecordDecl();
  return Record && Record->hasDefinition() && !Record->hasTrivialDestructor();
}

void LifetimeSearch::reportOutlived(const Thread &T, SourceLocation Ends) {
  for (const Effect &Use : T.Effects) {
    bool Touches = Use.K == Effect::Read || Use.K == Effect::Write;
    const Place *P = Touches ? Use.P : nullptr;
    if (!P || P->root()->kind() != Place::Global || P->hasDeref() ||
        !isDestroyed(P->root()->var()))
      continue;
    ProcessFact Fact = factOf(ProcessKind::UsesDestroyed, Use);
    Fact.Name = P->root()->var()->getNameAsString();
    Fact.Variable = P->root()->var();
    Fact.Origin = Ends;
    Fact.Threads.push_back(Model.fact(T));
    return Found.add(Fact);
  }
}

/// Threads that never end, in a program that does.
void LifetimeSearch::findOutlived(const Thread &Main) {
  auto NeverEnds = [&](const Thread &T) {
    const Summary *S = T.Entry ? E.summaryOf(T.Entry) : nullptr;
    return T.Parent == &Main && T.K == Thread::Spawned && S &&
           S->Exits.empty() && !S->Truncated;
  };
  auto Runs = [](const ThreadList &List, const Thread &T) {
    return llvm::any_of(
        List, [&](const RunningThread &R) { return R.Thread == T.Site; });
  };
  for (const Thread &T : Model.threads()) {
    if (!NeverEnds(T))
      continue;
    if (Runs(Main.Outliving, T))
      reportOutlived(T, Main.Entry->getBodyRBrace());
    for (const Effect &End : Main.Effects)
      if (End.K == Effect::Process && End.What == Op::Exit &&
          !End.At->Process.Child && Runs(End.At->Running, T))
        reportOutlived(T, End.Loc);
  }
}

void findLifetimeFaults(Engine &E, const ThreadModel &Model,
                        ProcessFaults &Found) {
  LifetimeSearch(E, Model, Found).run();
}

} // namespace heddle
