//===- LoopCode.cpp - coroutines and callbacks of event loops -------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A coroutine runs where its awaiter runs, so it must not wait, unless all
// that is seen to start it starts it on a pool of threads (assumption A61). A
// callback is what an effect of any function hands to a loop.
//
//===----------------------------------------------------------------------===//

#include "analysis/blocking/LoopCode.h"
#include "analysis/blocking/Coroutines.h"
#include "analysis/primitives/Executors.h"
#include "analysis/summary/Engine.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace heddle {

namespace {

/// A call, or a use as a callable, of a function of the file.
struct Start {
  const FunctionDecl *From;
  bool OnPool;
};

/// Collects the starts in one function's own statements.
class StartFinder : public RecursiveASTVisitor<StartFinder> {
public:
  using Base = RecursiveASTVisitor<StartFinder>;
  using Starts = llvm::DenseMap<const FunctionDecl *, std::vector<Start>>;

  StartFinder(Starts &Into, const FunctionDecl *From)
      : Into(Into), From(From) {}

  bool shouldVisitImplicitCode() const { return true; }

  /// What is an argument of a pool's function starts there; the function that
  /// takes the pool does not.
  bool TraverseStmt(Stmt *S) {
    const auto *E = dyn_cast_or_null<Expr>(S);
    const auto *Call = dyn_cast_or_null<CallExpr>(S);
    if (Call && Call->getDirectCallee())
      add(Call->getDirectCallee());
    bool Outer = InPool;
    if (E && isa<CallExpr, CXXConstructExpr>(E))
      InPool |= runsOnPool(E);
    bool Continue = Base::TraverseStmt(S);
    InPool = Outer;
    return Continue;
  }

  /// A lambda's body is a function of its own; that it is passed on is a
  /// start, that it is kept in a variable is none.
  bool TraverseLambdaExpr(LambdaExpr *E) {
    if (InPool)
      add(E->getCallOperator());
    return true;
  }
  bool VisitDeclRefExpr(DeclRefExpr *E) {
    const CXXRecordDecl *Record = E->getType()->getAsCXXRecordDecl();
    if (InPool && Record && Record->isLambda() &&
        Record->getLambdaCallOperator())
      add(Record->getLambdaCallOperator());
    return true;
  }

private:
  void add(const FunctionDecl *F) {
    Into[F->getCanonicalDecl()].push_back({From, InPool});
  }

  Starts &Into;
  const FunctionDecl *From;
  bool InPool = false;
};

class LoopCodeFinder {
public:
  explicit LoopCodeFinder(Engine &E) : E(E) {}

  std::vector<LoopCodeFact> find() {
    findPoolOnly();
    for (const auto &[F, Node] : E.Graph.nodes())
      if (coroutineBody(Node.F) && !isFunctionInDisguise(Node.F))
        add({Node.F, true, {}});
    for (const auto &[F, Where] : E.Graph.callbacks())
      add({F, false, Where});
    for (const auto &[F, Node] : E.Graph.nodes())
      if (const Summary *S = E.summaryOf(F))
        for (const Effect &Posting : S->Effects)
          if (Posting.K == Effect::Post)
            addCallable(Posting.V, Posting.Loc);
    return std::move(Found);
  }

private:
  void findPoolOnly();
  bool isPoolOnly(const std::vector<Start> &Of) const;
  void add(LoopCodeFact New);
  void addCallable(const Value *V, SourceLocation Where);

  Engine &E;
  StartFinder::Starts Starts;
  llvm::DenseSet<const FunctionDecl *> PoolOnly;
  llvm::DenseSet<const FunctionDecl *> Known;
  std::vector<LoopCodeFact> Found;
};

} // namespace

bool LoopCodeFinder::isPoolOnly(const std::vector<Start> &Of) const {
  return llvm::all_of(Of, [&](const Start &One) {
    return One.OnPool || PoolOnly.contains(One.From->getCanonicalDecl());
  });
}

/// Functions that only pools start, and those that only these call.
void LoopCodeFinder::findPoolOnly() {
  for (const auto &[F, Node] : E.Graph.nodes())
    StartFinder(Starts, Node.F).TraverseStmt(Node.F->getBody());
  bool Changed = true;
  while (Changed) {
    Changed = false;
    for (const auto &[F, Node] : E.Graph.nodes()) {
      auto Of = Starts.find(F);
      if (Of != Starts.end() && isPoolOnly(Of->second))
        Changed |= PoolOnly.insert(F).second;
    }
  }
}

void LoopCodeFinder::add(LoopCodeFact New) {
  const FunctionDecl *Body = New.Function->getDefinition();
  if (!Body || isLibraryCode(Body) ||
      PoolOnly.contains(Body->getCanonicalDecl()) ||
      !Known.insert(Body->getCanonicalDecl()).second)
    return;
  New.Function = Body;
  Found.push_back(New);
}

void LoopCodeFinder::addCallable(const Value *V, SourceLocation Where) {
  if (!V)
    return;
  if (V->kind() == Value::OneOf)
    for (const Value *Part : V->parts())
      addCallable(Part, Where);
  if (V->function())
    add({V->function(), false, Where});
  const Place *Holder = V->kind() == Value::Load ? V->place() : nullptr;
  const ValueDecl *Decl = Holder ? Holder->field() : nullptr;
  if (Holder && !Decl && Holder->root()->kind() == Place::Global)
    Decl = Holder->root()->var();
  if (Decl)
    for (const FunctionDecl *F : E.functionsIn(Decl))
      add({F, false, Where});
}

std::vector<LoopCodeFact> findLoopCode(Engine &E) {
  return LoopCodeFinder(E).find();
}

} // namespace heddle
