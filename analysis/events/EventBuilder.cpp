//===- EventBuilder.cpp - from Clang's CFG to events ----------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The CFG is asked to list every subexpression as an element of its own, in
// order of evaluation, so each element makes at most one or two events and
// nothing here recurses into children.
//
//===----------------------------------------------------------------------===//

#include "analysis/events/Event.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Analysis/Analyses/PostOrderCFGView.h"
#include "clang/Analysis/CFG.h"
#include "clang/Analysis/ConstructionContext.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace heddle {

const Expr *makerOf(const Expr *E) {
  while (true) {
    const Expr *Inner = E->IgnoreParens();
    if (const auto *Full = dyn_cast<FullExpr>(Inner))
      Inner = Full->getSubExpr();
    else if (const auto *Made = dyn_cast<MaterializeTemporaryExpr>(Inner))
      Inner = Made->getSubExpr();
    else if (const auto *Bind = dyn_cast<CXXBindTemporaryExpr>(Inner))
      Inner = Bind->getSubExpr();
    else if (const auto *Cast = dyn_cast<CastExpr>(Inner)) {
      bool Conveys = Cast->getCastKind() == CK_NoOp ||
                     Cast->getCastKind() == CK_ConstructorConversion ||
                     Cast->getCastKind() == CK_UserDefinedConversion ||
                     Cast->getCastKind() == CK_DerivedToBase ||
                     Cast->getCastKind() == CK_UncheckedDerivedToBase;
      if (Conveys)
        Inner = Cast->getSubExpr();
    } else if (const auto *Default = dyn_cast<CXXDefaultArgExpr>(Inner)) {
      Inner = Default->getExpr();
    }
    if (Inner == E)
      return E;
    E = Inner;
  }
}

namespace {

class EventBuilder {
public:
  EventBuilder(const CFG &Source, EventGraph &Graph)
      : Source(Source), Graph(Graph) {}

  void build(const Stmt *Body) {
    if (Body)
      noteDiscarded(Body);
    Graph.Blocks.resize(Source.getNumBlockIDs());
    Graph.Entry = Source.getEntry().getBlockID();
    Graph.Exit = Source.getExit().getBlockID();
    for (const CFGBlock *Block : Source)
      buildBlock(*Block);
    // Not LLVM's traversal: pruned successors are null.
    PostOrderCFGView View(&Source);
    for (const CFGBlock *Block : View)
      Graph.Order.push_back(Block->getBlockID());
    // Handlers are entered by exceptions only.
    for (const CFGBlock *Block : Source)
      if (!llvm::is_contained(Graph.Order, Block->getBlockID()))
        Graph.Order.push_back(Block->getBlockID());
    addHandlers();
  }

private:
  void buildBlock(const CFGBlock &Block) {
    Out = &Graph.Blocks[Block.getBlockID()];
    for (const CFGElement &Element : Block)
      addElement(Element);
    Out->NoReturn = Block.hasNoReturnElement();
    addSuccessors(Block);
    if (const Stmt *Loop = Block.getTerminatorStmt())
      if (isa<ForStmt, WhileStmt, CXXForRangeStmt, IfStmt>(Loop))
        Out->Controls = Loop;
  }

  /// Calls whose results nobody looks at: whole statements.
  void noteDiscarded(const Stmt *S) {
    if (const auto *E = dyn_cast<Expr>(S)) {
      E = E->IgnoreParenCasts();
      if (isa<CallExpr>(E))
        Discarded.insert(E);
      return;
    }
    for (const Stmt *Child : S->children())
      if (Child && !isCondition(S, Child))
        noteDiscarded(Child);
  }

  static bool isCondition(const Stmt *S, const Stmt *Child) {
    if (isa<DeclStmt, ReturnStmt>(S))
      return true;
    if (const auto *If = dyn_cast<IfStmt>(S))
      return Child == If->getCond();
    if (const auto *While = dyn_cast<WhileStmt>(S))
      return Child == While->getCond();
    if (const auto *Do = dyn_cast<DoStmt>(S))
      return Child == Do->getCond();
    if (const auto *For = dyn_cast<ForStmt>(S))
      return Child == For->getCond();
    if (const auto *Switch = dyn_cast<SwitchStmt>(S))
      return Child == Switch->getCond();
    return false;
  }

  /// The local static is not just there from the beginning.
  static bool runsCode(const DeclStmt *Decls) {
    const auto *Var = dyn_cast<VarDecl>(Decls->getSingleDecl());
    return Var && Var->hasInit() &&
           !Var->getInit()->isConstantInitializer(Var->getASTContext(), false);
  }

  void addSuccessors(const CFGBlock &Block) {
    const Stmt *Terminator = Block.getTerminatorStmt();
    bool Decides = Block.getTerminator().isStmtBranch() && Terminator;
    if (Decides)
      Out->Condition = Block.getLastCondition();
    bool Static = Decides && isa<DeclStmt>(Terminator) &&
                  runsCode(cast<DeclStmt>(Terminator));
    if (Static)
      Out->StaticVar =
          dyn_cast<VarDecl>(cast<DeclStmt>(Terminator)->getSingleDecl());
    unsigned Position = 0;
    for (const CFGBlock::AdjacentBlock &Next : Block.succs()) {
      Branch Why = Branch::Always;
      if (Static)
        Why = Position == 0 ? Branch::Always : Branch::Once;
      else if (Decides && Out->Condition && Block.succ_size() == 2 &&
               !isa<SwitchStmt>(Terminator))
        Why = Position == 0 ? Branch::True : Branch::False;
      ++Position;
      if (!Next)
        continue;
      EventEdge Edge{Next->getBlockID(), Why, nullptr};
      if (Decides && isa<SwitchStmt>(Terminator)) {
        Edge.Why = Branch::Case;
        if (const auto *Case = dyn_cast_or_null<CaseStmt>(Next->getLabel()))
          Edge.Label = Case->getLHS();
      }
      Out->Successors.push_back(Edge);
    }
  }

  /// Without exception edges the handlers have no predecessor: remember where
  /// each try begins, so that the dataflow can enter them with its state.
  void addHandlers() {
    for (const CFGBlock *Block : Source) {
      const auto *Try =
          dyn_cast_or_null<CXXTryStmt>(Block->getTerminatorStmt());
      if (!Try)
        continue;
      auto [Start, Position] = startOf(Try->getTryBlock());
      for (const CFGBlock::AdjacentBlock &Next : Block->succs())
        if (Next && isa_and_nonnull<CXXCatchStmt>(Next->getLabel()))
          Graph.Blocks[Start].Handlers.push_back(
              {Position, Next->getBlockID()});
    }
  }

  /// The first event within a statement.
  std::pair<unsigned, size_t> startOf(const Stmt *S) {
    SourceRange Range = S->getSourceRange();
    for (unsigned Id : Graph.Order) {
      const auto &Events = Graph.Blocks[Id].Events;
      for (size_t I = 0; I < Events.size(); ++I)
        if (Range.fullyContains(SourceRange(Events[I].Loc)))
          return {Id, I};
    }
    return {Graph.Entry, 0};
  }

  void addElement(const CFGElement &Element) {
    if (auto S = Element.getAs<CFGStmt>())
      return addStmt(S->getStmt(), Element);
    if (auto I = Element.getAs<CFGInitializer>())
      return addInitializer(I->getInitializer());
    if (auto D = Element.getAs<CFGAutomaticObjDtor>()) {
      Event &E = add(Event::DestroyVar, D->getTriggerStmt()
                                            ? D->getTriggerStmt()->getEndLoc()
                                            : SourceLocation());
      E.Var = D->getVarDecl();
    } else if (auto C = Element.getAs<CFGCleanupFunction>()) {
      Event &E = add(Event::Cleanup, C->getVarDecl()->getLocation());
      E.Var = C->getVarDecl();
      E.Function = C->getFunctionDecl();
    } else if (auto D = Element.getAs<CFGTemporaryDtor>()) {
      const Expr *Made = makerOf(D->getBindTemporaryExpr()->getSubExpr());
      add(Event::DestroyTemp, Made->getEndLoc()).E = Made;
    } else if (auto D = Element.getAs<CFGMemberDtor>()) {
      add(Event::DestroyMember, {}).Field = D->getFieldDecl();
    } else if (auto D = Element.getAs<CFGDeleteDtor>()) {
      add(Event::Delete, D->getDeleteExpr()->getBeginLoc()).E =
          D->getDeleteExpr();
    }
  }

  void addInitializer(const CXXCtorInitializer *Init) {
    const FieldDecl *Field = Init->getAnyMember();
    if (!Field)
      return;
    Event &E = add(Event::InitField, Init->getSourceLocation());
    E.Field = Field;
    E.Init = Init->getInit();
  }

  void addStmt(const Stmt *S, const CFGElement &Element) {
    if (const auto *Decls = dyn_cast<DeclStmt>(S))
      return addDeclarations(Decls);
    if (const auto *Ret = dyn_cast<ReturnStmt>(S)) {
      add(Event::Return, Ret->getBeginLoc()).Init = Ret->getRetValue();
      return;
    }
    const auto *E = dyn_cast<Expr>(S);
    if (!E)
      return;
    if (isa<CallExpr, CXXConstructExpr>(E))
      return addCall(E, Element);
    if (const auto *Cast = dyn_cast<CastExpr>(E)) {
      if (Cast->getCastKind() == CK_LValueToRValue)
        addAccess(Event::Read, Cast->getSubExpr());
      return;
    }
    if (const auto *Op = dyn_cast<BinaryOperator>(E))
      return addBinary(Op);
    if (const auto *Op = dyn_cast<UnaryOperator>(E)) {
      if (Op->isIncrementDecrementOp())
        addAccess(Event::Update, Op->getSubExpr());
      return;
    }
    if (isa<CoawaitExpr, CoyieldExpr>(E))
      add(Event::Suspend, E->getExprLoc()).E = E;
    else if (isa<CXXNewExpr, CXXThrowExpr, CXXDynamicCastExpr>(E))
      add(Event::Runtime, E->getBeginLoc()).E = E;
    else if (isa<AtomicExpr>(E))
      add(Event::Atomic, E->getBeginLoc()).E = E;
    else if (const auto *Del = dyn_cast<CXXDeleteExpr>(E))
      addDelete(Del);
  }

  /// A class with a destructor is deleted by a CFGDeleteDtor of its own.
  void addDelete(const CXXDeleteExpr *Del) {
    QualType Type = Del->getDestroyedType();
    const CXXRecordDecl *Record =
        Type.isNull() ? nullptr : Type->getAsCXXRecordDecl();
    if (!Record || !Record->hasDefinition() || Record->hasTrivialDestructor())
      add(Event::Delete, Del->getBeginLoc()).E = Del;
  }

  void addBinary(const BinaryOperator *Op) {
    if (!Op->isAssignmentOp())
      return;
    if (Op->isCompoundAssignmentOp()) {
      addAccess(Event::Update, Op->getLHS()).Init = Op->getRHS();
      return;
    }
    Event &E = addAccess(Event::Store, Op->getLHS());
    E.Init = Op->getRHS();
  }

  Event &addAccess(Event::Kind K, const Expr *LValue) {
    Event &E = add(K, LValue->getExprLoc());
    E.E = LValue;
    return E;
  }

  void addDeclarations(const DeclStmt *Decls) {
    for (const Decl *D : Decls->decls()) {
      if (const auto *Decomposition = dyn_cast<DecompositionDecl>(D))
        for (const BindingDecl *Binding : Decomposition->bindings())
          if (const VarDecl *Holding = Binding->getHoldingVar())
            addDeclaration(Holding);
      if (const auto *Var = dyn_cast<VarDecl>(D))
        addDeclaration(Var);
    }
  }

  void addDeclaration(const VarDecl *Var) {
    Event &E = add(Event::Declare, Var->getLocation());
    E.Var = Var;
    E.Init = Var->getInit();
  }

  void addCall(const Expr *Call, const CFGElement &Element) {
    Event &E = add(Event::Call, Call->getExprLoc());
    E.E = Call;
    E.Discarded = Discarded.contains(Call);
    const ConstructionContext *Context = nullptr;
    if (auto Ctor = Element.getAs<CFGConstructor>())
      Context = Ctor->getConstructionContext();
    else if (auto Typed = Element.getAs<CFGCXXRecordTypedCall>())
      Context = Typed->getConstructionContext();
    if (Context)
      setTarget(E, *Context);
  }

  static void setTarget(Event &E, const ConstructionContext &Context) {
    if (const auto *Var = dyn_cast<VariableConstructionContext>(&Context)) {
      E.Target = Event::Variable;
      E.Var = dyn_cast_or_null<VarDecl>(Var->getDeclStmt()->getSingleDecl());
      if (!E.Var)
        E.Target = Event::Temporary;
    } else if (const auto *Init =
                   dyn_cast<ConstructorInitializerConstructionContext>(
                       &Context)) {
      E.Field = Init->getCXXCtorInitializer()->getAnyMember();
      E.Target = E.Field ? Event::Member : Event::Self;
    } else if (const auto *New =
                   dyn_cast<NewAllocatedObjectConstructionContext>(&Context)) {
      E.Target = Event::New;
      E.Init = New->getCXXNewExpr();
    } else if (isa<ReturnedValueConstructionContext>(&Context)) {
      E.Target = Event::Returned;
    }
  }

  Event &add(Event::Kind K, SourceLocation Loc) {
    Event E;
    E.K = K;
    E.Loc = Loc;
    Out->Events.push_back(E);
    return Out->Events.back();
  }

  const CFG &Source;
  EventGraph &Graph;
  EventBlock *Out = nullptr;
  llvm::SmallPtrSet<const Expr *, 8> Discarded;
};

} // namespace

static CFG::BuildOptions options() {
  CFG::BuildOptions Options;
  Options.setAllAlwaysAdd();
  Options.AddImplicitDtors = true;
  Options.AddTemporaryDtors = true;
  Options.AddInitializers = true;
  Options.AddCXXDefaultInitExprInCtors = true;
  Options.AddStaticInitBranches = true;
  Options.AddRichCXXConstructors = true;
  Options.PruneTriviallyFalseEdges = true;
  return Options;
}

static std::unique_ptr<EventGraph> build(const Decl *D, Stmt *Body,
                                         ASTContext &Context) {
  std::unique_ptr<CFG> Source = CFG::buildCFG(D, Body, &Context, options());
  if (!Source)
    return nullptr;
  auto Graph = std::make_unique<EventGraph>();
  EventBuilder(*Source, *Graph).build(Body);
  return Graph;
}

std::unique_ptr<EventGraph> buildEvents(const FunctionDecl *F) {
  Stmt *Body = F->getBody();
  if (!Body || F->isDependentContext())
    return nullptr;
  // A coroutine's own statements; what its promise adds is not its body.
  if (auto *Coroutine = dyn_cast<CoroutineBodyStmt>(Body))
    Body = Coroutine->getBody();
  return build(F, Body, F->getASTContext());
}

std::unique_ptr<EventGraph> buildEvents(const VarDecl *Var) {
  if (!Var->hasInit())
    return nullptr;
  auto Graph =
      build(Var, const_cast<Expr *>(Var->getInit()), Var->getASTContext());
  // No declaration statement says where the object comes to lie.
  const Expr *Maker = makerOf(Var->getInit());
  if (Graph)
    for (EventBlock &Block : Graph->Blocks)
      for (Event &E : Block.Events)
        if (E.K == Event::Call && E.E == Maker) {
          E.Target = Event::Variable;
          E.Var = Var;
        }
  return Graph;
}

} // namespace heddle
