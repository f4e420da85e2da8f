//===- Copies.cpp - memory that two processes take for shared -------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// After fork each process has a copy of every variable. That a program takes
// one for shared shows in what it does with it: nobody but the child changes
// the variable, and the parent looks at it once it has waited for the child;
// both lock a mutex in a program that has no threads to keep apart. Files
// that call functions of other files are not judged where those could do the
// rest.
//
//===----------------------------------------------------------------------===//

#include "analysis/processes/Processes.h"
#include "analysis/threads/Races.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/Basic/SourceManager.h"
#include <sys/mman.h>

using namespace clang;

namespace heddle {

namespace {

class CopySearch {
public:
  CopySearch(Engine &E, const ThreadModel &Model, ProcessFaults &Found)
      : E(E), Model(Model), Found(Found) {}

  void run() {
    for (const Thread &T : Model.threads())
      for (const Effect &Fork : T.Effects)
        if (Fork.K == Effect::Process && Fork.What == Op::Fork &&
            (T.K == Thread::Main || T.K == Thread::Caller)) {
          findVariables(T, Fork);
          findLocks(T, Fork);
        }
  }

private:
  void findVariables(const Thread &T, const Effect &Fork);
  void findLocks(const Thread &T, const Effect &Fork);
  void findUnsharedLock(const Thread &T, const Effect &Fork,
                        const Effect &Taking);
  bool changesOnlyInChild(const VarDecl *Var, const Effect &Fork) const;
  const Effect *readAfter(const Thread &T, const Effect &Fork,
                          const Place *P) const;
  const Effect *usedByParent(const Thread &T, const Effect &Fork,
                             const Place *Lock) const;
  bool isClosed();
  bool isSharedMemory(const Place *P) const;
  bool escapes(const VarDecl *Var) const;
  void report(ProcessKind Kind, const Effect &Fork, const Effect &Mine,
              const Effect &Theirs);

  Engine &E;
  const ThreadModel &Model;
  ProcessFaults &Found;
  std::optional<bool> Closed;
};

} // namespace

static bool isChildOf(const Effect &Of, const Effect &Fork) {
  return Of.At->Process.Child == Fork.Thread;
}

static bool isParentOf(const Effect &Of, const Effect &Fork) {
  return Of.At->Process.Child != Fork.Thread &&
         Of.At->Process.has(Fork.Thread, ForkRecord::Parent);
}

/// A variable itself, a field or an element of it: nothing behind a pointer.
static const VarDecl *ownVariable(const Place *P) {
  return P && P->root()->kind() == Place::Global && !P->hasDeref()
             ? P->root()->var()
             : nullptr;
}

/// Whoever runs in this program is in sight: no function of another file is
/// called.
bool CopySearch::isClosed() {
  if (!Closed) {
    const SourceManager &SM = E.Context.getSourceManager();
    Closed = Model.hasMain();
    for (const auto &[F, Node] : E.Graph.nodes())
      for (const FunctionDecl *Callee : Node.Callees)
        if (!Callee->isDefined() && !Callee->getBuiltinID() &&
            !Callee->isImplicit() &&
            !SM.isInSystemHeader(SM.getExpansionLoc(Callee->getLocation())))
          Closed = false;
  }
  return *Closed;
}

/// Somebody has the variable's address.
bool CopySearch::escapes(const VarDecl *Var) const {
  for (const DeclRefExpr *Use : E.Graph.usesOf(Var)) {
    DynTypedNode Node = DynTypedNode::create(*Use);
    while (true) {
      auto Parents = E.Context.getParents(Node);
      if (Parents.empty())
        break;
      if (const auto *Op = Parents[0].get<UnaryOperator>())
        if (Op->getOpcode() == UO_AddrOf)
          return true;
      const auto *Cast = Parents[0].get<ImplicitCastExpr>();
      bool Decays = Cast && Cast->getCastKind() == CK_ArrayToPointerDecay;
      auto Above = E.Context.getParents(Parents[0]);
      if (Decays && !Above.empty() && !Above[0].get<ArraySubscriptExpr>())
        return true;
      if (!Decays && !Parents[0].get<MemberExpr>() &&
          !Parents[0].get<ArraySubscriptExpr>() && !Parents[0].get<ParenExpr>())
        break;
      Node = Parents[0];
    }
  }
  return false;
}

/// Outside of the child the variable only gets constants, and before the fork.
bool CopySearch::changesOnlyInChild(const VarDecl *Var,
                                    const Effect &Fork) const {
  for (const Thread &T : Model.threads())
    for (const Effect &Of : T.Effects) {
      if (Of.K != Effect::Write || isChildOf(Of, Fork) ||
          ownVariable(Of.P) != Var)
        continue;
      bool Constant = Of.V && Of.V->isConst();
      if (!Constant || isParentOf(Of, Fork) || T.K == Thread::Handler)
        return false;
    }
  return true;
}

/// Where the parent looks at the place, and the child does not.
const Effect *CopySearch::readAfter(const Thread &T, const Effect &Fork,
                                    const Place *P) const {
  llvm::DenseSet<SourceLocation> InChild;
  for (const Effect &Of : T.Effects)
    if (Of.K == Effect::Read && isChildOf(Of, Fork))
      InChild.insert(Of.Loc);
  for (const Effect &Of : T.Effects)
    if (Of.K == Effect::Read && isParentOf(Of, Fork) && mustMeet(Of.P, P) &&
        Of.At->Process.has(Fork.Thread, ForkRecord::Reaped) &&
        !InChild.contains(Of.Loc))
      return &Of;
  return nullptr;
}

void CopySearch::report(ProcessKind Kind, const Effect &Fork,
                        const Effect &Mine, const Effect &Theirs) {
  ProcessFact Fact;
  Fact.Kind = Kind;
  Fact.Where = Mine.Loc;
  Fact.E = Mine.E;
  Fact.In = Mine.In;
  Fact.Name = Mine.P->str();
  Fact.Variable = Mine.P->root()->var();
  Fact.Origin = Fork.Loc;
  Fact.Calls = callFacts(below(Mine.Stack, Fork.Stack));
  AccessFact Other;
  Other.Name = Theirs.P ? Theirs.P->str() : Fact.Name;
  Other.Where = Theirs.Loc;
  Fact.Others.push_back(Other);
  Found.add(Fact);
}

void CopySearch::findVariables(const Thread &T, const Effect &Fork) {
  llvm::DenseSet<const VarDecl *> Judged;
  for (const Effect &Mine : T.Effects) {
    const VarDecl *Var = Mine.K == Effect::Write && isChildOf(Mine, Fork)
                             ? ownVariable(Mine.P)
                             : nullptr;
    if (!Var || !Judged.insert(Var).second)
      continue;
    bool Hidden = !Var->isExternallyVisible() || isClosed();
    if (!Hidden || escapes(Var) || !changesOnlyInChild(Var, Fork))
      continue;
    if (const Effect *Theirs = readAfter(T, Fork, Mine.P))
      report(ProcessKind::PrivateVariable, Fork, Mine, *Theirs);
  }
}

//===----------------------------------------------------------------------===//
// Locks
//===----------------------------------------------------------------------===//

/// Where the parent takes the lock, or what follows its wait for a semaphore.
const Effect *CopySearch::usedByParent(const Thread &T, const Effect &Fork,
                                       const Place *Lock) const {
  for (const Effect &Of : T.Effects) {
    if (!isParentOf(Of, Fork))
      continue;
    if ((Of.K == Effect::Acquire && Of.P == Lock) ||
        Of.At->Awaited.contains(Lock))
      return &Of;
  }
  return nullptr;
}

/// A mapping that children share, as the flags say.
static bool isSharedMapping(const Stmt *Site, const ASTContext &Context) {
  const auto *Call = dyn_cast_or_null<CallExpr>(Site);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee || !Callee->getIdentifier() ||
      !Callee->getName().starts_with("mmap") || Call->getNumArgs() < 4)
    return false;
  auto Flags = Call->getArg(3)->getIntegerConstantExpr(Context);
  return Flags && (Flags->getSExtValue() & MAP_SHARED) != 0;
}

bool CopySearch::isSharedMemory(const Place *P) const {
  if (P->root()->kind() == Place::Alloc)
    return isSharedMapping(P->root()->stmt(), E.Context);
  if (P->root()->kind() != Place::Global || !P->hasDeref())
    return false;
  for (const Thread &T : Model.threads())
    for (const Effect &Store : T.Effects)
      if (Store.K == Effect::Write && Store.P == P->root() && Store.V &&
          Store.V->kind() == Value::Address &&
          Store.V->place()->root()->kind() == Place::Alloc)
        return isSharedMapping(Store.V->place()->root()->stmt(), E.Context);
  return false;
}

/// In memory that both share, but made for one process.
void CopySearch::findUnsharedLock(const Thread &T, const Effect &Fork,
                                  const Effect &Taking) {
  if (!isSharedMemory(Taking.P))
    return;
  for (const Effect &Init : T.Effects) {
    if (Init.K != Effect::Init || Init.P != Taking.P)
      continue;
    const auto *Call = dyn_cast_or_null<CallExpr>(Init.E);
    if (!Call || Call->getNumArgs() < 2)
      continue;
    // The attribute of a mutex; whether a semaphore is shared.
    auto IsZero =
        Call->getArg(1)->IgnoreParenCasts()->getIntegerConstantExpr(E.Context);
    bool None = (IsZero && *IsZero == 0) ||
                Call->getArg(1)->isNullPointerConstant(
                    E.Context, Expr::NPC_ValueDependentIsNotNull);
    if (None)
      report(ProcessKind::UnsharedLock, Fork, Init, Taking);
  }
}

void CopySearch::findLocks(const Thread &T, const Effect &Fork) {
  for (const Effect &Mine : T.Effects) {
    bool Uses = Mine.K == Effect::Acquire || Mine.K == Effect::Signal;
    if (!Uses || !isChildOf(Mine, Fork) || !Mine.P)
      continue;
    findUnsharedLock(T, Fork, Mine);
    const VarDecl *Var = ownVariable(Mine.P);
    bool Handover = Mine.K == Effect::Signal;
    if (!Var || E.Graph.startsThreads() || !isClosed() ||
        (Handover && E.Table.kindOf(Var->getType()) != TypeKind::Handover))
      continue;
    if (const Effect *Theirs = usedByParent(T, Fork, Mine.P))
      report(ProcessKind::PrivateLock, Fork, Mine, *Theirs);
  }
}

void findCopyFaults(Engine &E, const ThreadModel &Model, ProcessFaults &Found) {
  CopySearch(E, Model, Found).run();
}

} // namespace heddle
