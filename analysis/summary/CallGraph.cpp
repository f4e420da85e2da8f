//===- CallGraph.cpp - one walk over the translation unit -----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The walk visits the project's own functions, template instantiations and
// lambdas included, and never system headers. It notes who calls whom, who
// overrides whom, which functions are stored where, and which functions hold
// anything of interest; only these, their callers and what they call are
// analysed afterwards.
//
//===----------------------------------------------------------------------===//

#include "analysis/summary/CallGraph.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace heddle {

/// RecursiveASTVisitor with the switches the walk needs.
class GraphBuilder : public RecursiveASTVisitor<GraphBuilder> {
  using Base = RecursiveASTVisitor<GraphBuilder>;

public:
  GraphBuilder(CallGraph &Graph, ASTContext &Context, const Primitives &Table,
               const BlockingCalls &Waiting)
      : Graph(Graph), SM(Context.getSourceManager()), Table(Table),
        Waiting(Waiting) {}

  bool shouldVisitTemplateInstantiations() const { return true; }
  bool shouldVisitImplicitCode() const { return true; }
  bool shouldVisitLambdaBody() const { return true; }

  bool TraverseDecl(Decl *D) {
    if (D && D->getDeclContext() &&
        D->getDeclContext()->getRedeclContext()->isFileContext() &&
        SM.isInSystemHeader(SM.getExpansionLoc(D->getLocation())))
      return true;
    const auto *F = dyn_cast_or_null<FunctionDecl>(D);
    if (!F || !F->isThisDeclarationADefinition() || F->isDependentContext())
      return Base::TraverseDecl(D);
    const FunctionDecl *Outer = Current ? Current->F : nullptr;
    Current = &enter(F);
    bool Continue = Base::TraverseDecl(D);
    Current = Outer ? &enter(Outer) : nullptr;
    return Continue;
  }

  /// The call operator of a lambda is not among the declarations visited.
  bool TraverseLambdaExpr(LambdaExpr *E) {
    CXXMethodDecl *Operator = E->getCallOperator();
    const FunctionDecl *Outer = Current ? Current->F : nullptr;
    for (unsigned I = 0; I < E->capture_size(); ++I)
      if (Expr *Init = E->capture_init_begin()[I])
        TraverseStmt(Init);
    if (!Operator->isDependentContext()) {
      addCallee(Outer, Operator);
      noteHandlerLike(Operator);
      Current = &enter(Operator);
      TraverseStmt(E->getBody());
      Current = Outer ? &enter(Outer) : nullptr;
    } else if (const auto *Template =
                   Operator->getDescribedFunctionTemplate()) {
      for (FunctionDecl *Instance : Template->specializations()) {
        addCallee(Outer, Instance);
        Current = Outer ? &enter(Outer) : nullptr;
        TraverseDecl(Instance);
      }
    }
    Current = Outer ? &enter(Outer) : nullptr;
    return true;
  }

  bool VisitCXXMethodDecl(CXXMethodDecl *Method) {
    if (Method->isThisDeclarationADefinition())
      addOverrides(Method, Method);
    return true;
  }

  bool VisitVarDecl(VarDecl *Var) {
    if (Var->hasGlobalStorage() && Var->hasInit() && !Var->isStaticLocal() &&
        !Var->getDeclContext()->isDependentContext() &&
        !Var->getType()->isDependentType())
      Graph.Globals.push_back(Var);
    if (Var->getInit())
      noteStored(Var, Var->getInit());
    return true;
  }

  bool VisitBinaryOperator(BinaryOperator *Op) {
    if (!Op->isAssignmentOp())
      return true;
    const Expr *To = Op->getLHS()->IgnoreParenImpCasts();
    if (const auto *Element = dyn_cast<ArraySubscriptExpr>(To))
      To = Element->getBase()->IgnoreParenImpCasts();
    if (const auto *Member = dyn_cast<MemberExpr>(To))
      noteStored(Member->getMemberDecl(), Op->getRHS());
    else if (const auto *Ref = dyn_cast<DeclRefExpr>(To))
      noteStored(Ref->getDecl(), Op->getRHS());
    return true;
  }

  bool VisitInitListExpr(InitListExpr *List) {
    const RecordDecl *Record = List->getType()->getAsRecordDecl();
    if (!Record || !List->isSemanticForm())
      return true;
    unsigned I = 0;
    for (const FieldDecl *Field : Record->fields())
      if (!Field->isUnnamedBitField() && I < List->getNumInits())
        noteStored(Field, List->getInit(I++));
    return true;
  }

  bool VisitDeclRefExpr(DeclRefExpr *E) {
    const auto *F = dyn_cast<FunctionDecl>(E->getDecl());
    const Primitive *Row = F ? Table.lookup(F) : nullptr;
    if (Row ? isSynchronisation(Row->What) : F && isAtomicBuiltin(*F))
      noteConcurrency();
    if (F && !Current)
      Graph.Live.insert(F->getCanonicalDecl());
    if (F && E != Called)
      noteHandlerLike(F);
    if (!Current)
      return true;
    if (F) {
      Current->Callees.insert(F->getCanonicalDecl());
      if (Row)
        notePrimitive(*Row);
    } else if (const auto *Var = dyn_cast<VarDecl>(E->getDecl())) {
      Current->Interesting |= isMutableGlobal(Var);
      if (Var->hasGlobalStorage())
        Graph.Uses[Var->getCanonicalDecl()].push_back(E);
    }
    return true;
  }

  bool VisitAtomicExpr(AtomicExpr *) {
    noteConcurrency();
    return true;
  }

  bool VisitCallExpr(CallExpr *Call) {
    if (const FunctionDecl *Callee = Call->getDirectCallee())
      if (Callee->getIdentifier())
        Graph.Fences |= Callee->getName().contains("thread_fence") ||
                        Callee->getName() == "__sync_synchronize";
    const FunctionDecl *Callee = Call->getDirectCallee();
    Called = Call->getCallee()->IgnoreParenImpCasts();
    if (Current && !Callee)
      noteHolder(Call->getCallee());
    if (!Current || !Callee)
      return true;
    Current->Callees.insert(Callee->getCanonicalDecl());
    Graph.Called.insert(Callee->getCanonicalDecl());
    Graph.StartsThreads |= makesThread(Callee);
    const auto *Member = dyn_cast<CXXMemberCallExpr>(Call);
    if (Callee->hasAttr<AcquireCapabilityAttr>() ||
        Callee->hasAttr<ReleaseCapabilityAttr>() ||
        (Member && isPrimitiveType(Member->getObjectType())))
      noteConcurrency();
    if (Waiting.mayPost(Callee))
      notePosts(Callee, Member ? Member->getObjectType() : QualType());
    return true;
  }

  bool VisitCXXConstructExpr(CXXConstructExpr *E) {
    if (isPrimitiveType(E->getType()))
      noteConcurrency();
    if (!Current)
      return true;
    Current->Callees.insert(E->getConstructor()->getCanonicalDecl());
    Graph.Called.insert(E->getConstructor()->getCanonicalDecl());
    Graph.StartsThreads |= isThread(E->getType());
    if (const CXXRecordDecl *Record = E->getType()->getAsCXXRecordDecl())
      if (Record->hasDefinition())
        if (const CXXDestructorDecl *Dtor = Record->getDestructor())
          Current->Callees.insert(Dtor->getCanonicalDecl());
    return true;
  }

  bool VisitMemberExpr(MemberExpr *E) {
    if (!Current)
      return true;
    if (const auto *Var = dyn_cast<VarDecl>(E->getMemberDecl()))
      Current->Interesting |= isMutableGlobal(Var);
    return true;
  }

  bool VisitRecoveryExpr(RecoveryExpr *) {
    if (Current)
      Current->Broken = true;
    return true;
  }

private:
  void notePosts(const FunctionDecl *Callee, QualType Object) {
    const BlockingCall *Row = Waiting.lookup(Callee, Object);
    if (!Row || !Row->Later)
      return;
    Graph.SharesThreads = true;
    Current->Interesting = true;
  }

  void notePrimitive(const Primitive &Row) {
    switch (Row.What) {
    // These only matter to those who fork or handle signals.
    case Op::Exec:
    case Op::Exit:
    case Op::EndProcess:
    case Op::Reap:
    case Op::MaskSignals:
    case Op::BlockSignals:
    case Op::OpenSignals:
    case Op::MapMemory:
    case Op::Jump:
      return;
    case Op::Fork:
    case Op::VFork:
      Current->Forks = true;
      break;
    case Op::Handle:
    case Op::HandleBy:
      Graph.HandlesSignals = true;
      break;
    case Op::Spawn:
    case Op::Async:
      Graph.StartsThreads = true;
      break;
    default:
      break;
    }
    Current->Interesting = true;
  }

  /// A call of whatever the variable or field holds.
  void noteHolder(const Expr *Callee) {
    Callee = Callee->IgnoreParenImpCasts();
    if (const auto *Op = dyn_cast<UnaryOperator>(Callee))
      Callee = Op->getSubExpr()->IgnoreParenImpCasts();
    if (const auto *Element = dyn_cast<ArraySubscriptExpr>(Callee))
      Callee = Element->getBase()->IgnoreParenImpCasts();
    if (const auto *Member = dyn_cast<MemberExpr>(Callee))
      Current->Holders.insert(Member->getMemberDecl());
    else if (const auto *Ref = dyn_cast<DeclRefExpr>(Callee))
      Current->Holders.insert(Ref->getDecl());
  }

  bool isThread(QualType Type) const {
    TypeKind Kind = Table.kindOf(Type);
    return Kind == TypeKind::Thread || Kind == TypeKind::JoiningThread;
  }

  /// `threads.emplace_back(f)`, `std::make_unique<std::thread>(f)`.
  bool makesThread(const FunctionDecl *Callee) const {
    const TemplateArgumentList *Args = Callee->getTemplateSpecializationArgs();
    if (const auto *Method = dyn_cast<CXXMethodDecl>(Callee))
      if (const auto *Class =
              dyn_cast<ClassTemplateSpecializationDecl>(Method->getParent()))
        Args = &Class->getTemplateArgs();
    return Args && Args->size() > 0 &&
           Args->get(0).getKind() == TemplateArgument::Type &&
           isThread(Args->get(0).getAsType());
  }

  /// A function whose address is taken: void(int), or with siginfo_t * and
  /// void *, or with less.
  void noteHandlerLike(const FunctionDecl *F) {
    const auto *Method = dyn_cast<CXXMethodDecl>(F);
    bool Static =
        !Method || Method->isStatic() || Method->getParent()->isLambda();
    bool Number = F->getNumParams() == 0 ||
                  F->getParamDecl(0)->getType()->isIntegerType();
    if (Static && F->getNumParams() <= 3 && Number &&
        F->getReturnType()->isVoidType())
      Graph.HandlerLike.insert(F->getCanonicalDecl());
  }

  void addCallee(const FunctionDecl *Caller, const FunctionDecl *Callee) {
    if (Caller)
      enter(Caller).Callees.insert(Callee->getCanonicalDecl());
  }

  FunctionNode &enter(const FunctionDecl *F) {
    auto [It, New] = Graph.Nodes.try_emplace(F->getCanonicalDecl());
    if (New) {
      It->second.F = F;
      // A call operator is called by whoever was handed the object.
      bool Coroutine = isa_and_nonnull<CoroutineBodyStmt>(F->getBody());
      Graph.SharesThreads |= Coroutine;
      It->second.Optional =
          F->getStorageClass() == SC_Static && !isa<CXXMethodDecl>(F) &&
          !SM.isInMainFile(SM.getExpansionLoc(F->getLocation()));
      It->second.Interesting = Coroutine ||
                               F->hasAttr<RequiresCapabilityAttr>() ||
                               F->getOverloadedOperator() == OO_Call;
    }
    return It->second;
  }

  static bool isMutableGlobal(const VarDecl *Var) {
    return Var->hasGlobalStorage() && !Var->getType().isConstQualified() &&
           !Var->isConstexpr();
  }

  void noteConcurrency() {
    if (Current)
      Current->Concurrent = Current->Interesting = true;
    else
      Graph.Concurrent = true;
  }

  static bool isAtomicBuiltin(const FunctionDecl &F) {
    if (!F.getIdentifier())
      return false;
    return F.getName().starts_with("__sync_") ||
           F.getName().starts_with("__atomic_");
  }

  bool isPrimitiveType(QualType Type) const {
    TypeKind Kind = Table.kindOf(Type);
    return Kind != TypeKind::Plain && Kind != TypeKind::Container &&
           Kind != TypeKind::GrowingMap && Kind != TypeKind::SmartPointer &&
           Kind != TypeKind::Callable && Kind != TypeKind::Synchronised;
  }

  void addOverrides(const CXXMethodDecl *Method, const CXXMethodDecl *Body) {
    if (Method->isVirtual() && !Body->isPureVirtual())
      Graph.Overriders[Method->getCanonicalDecl()].push_back(
          Body->getCanonicalDecl());
    for (const CXXMethodDecl *Base : Method->overridden_methods())
      addOverrides(Base, Body);
  }

  void noteStored(const ValueDecl *Holder, const Expr *Init) {
    const Expr *E = Init->IgnoreParenImpCasts();
    if (const auto *Cast = dyn_cast<ExplicitCastExpr>(E))
      E = Cast->getSubExpr()->IgnoreParenImpCasts();
    if (const auto *Op = dyn_cast<UnaryOperator>(E))
      if (Op->getOpcode() == UO_AddrOf)
        E = Op->getSubExpr()->IgnoreParenImpCasts();
    if (const auto *Choice = dyn_cast<ConditionalOperator>(E)) {
      noteStored(Holder, Choice->getTrueExpr());
      noteStored(Holder, Choice->getFalseExpr());
    }
    if (const auto *List = dyn_cast<InitListExpr>(E)) {
      if (!List->getType()->isRecordType())
        for (const Expr *Item : List->inits())
          noteStored(Holder, Item);
      return;
    }
    const auto *Ref = dyn_cast<DeclRefExpr>(E);
    const auto *F = Ref ? dyn_cast<FunctionDecl>(Ref->getDecl()) : nullptr;
    if (!F)
      return;
    Holder = cast<ValueDecl>(Holder->getCanonicalDecl());
    auto &Known = Graph.Stored[Holder];
    if (!llvm::is_contained(Known, F->getCanonicalDecl()))
      Known.push_back(F->getCanonicalDecl());
    if (Current)
      Current->Callees.insert(F->getCanonicalDecl());
    const auto *Field = dyn_cast<FieldDecl>(Holder);
    if (!Field || !Waiting.isCallback(Field))
      return;
    Graph.SharesThreads = true;
    Graph.Callbacks.try_emplace(F->getCanonicalDecl(), Ref->getLocation());
    if (Current)
      Current->Interesting = true;
  }

  CallGraph &Graph;
  const SourceManager &SM;
  const Primitives &Table;
  const BlockingCalls &Waiting;
  FunctionNode *Current = nullptr;
  /// The name in a call, which takes no address.
  const Expr *Called = nullptr;
};

CallGraph::CallGraph(ASTContext &Context, const Primitives &Table,
                     const BlockingCalls &Waiting) {
  GraphBuilder Builder(*this, Context, Table, Waiting);
  for (Decl *D : Context.getTraversalScope())
    if (auto *Unit = dyn_cast<TranslationUnitDecl>(D))
      for (Decl *Top : Unit->decls())
        Builder.TraverseDecl(Top);
    else
      Builder.TraverseDecl(D);
  addHeld();
  selectLive();
  selectRelevant();
  selectMinded();
}

const FunctionNode *CallGraph::node(const FunctionDecl *F) const {
  auto It = Nodes.find(F->getCanonicalDecl());
  return It == Nodes.end() ? nullptr : &It->second;
}

llvm::ArrayRef<const FunctionDecl *>
CallGraph::overriders(const CXXMethodDecl *Method) const {
  auto It = Overriders.find(Method->getCanonicalDecl());
  if (It == Overriders.end())
    return {};
  return It->second;
}

llvm::ArrayRef<const FunctionDecl *>
CallGraph::functionsIn(const ValueDecl *Holder) const {
  auto It = Stored.find(cast<ValueDecl>(Holder->getCanonicalDecl()));
  if (It == Stored.end())
    return {};
  return It->second;
}

llvm::ArrayRef<const DeclRefExpr *>
CallGraph::usesOf(const VarDecl *Var) const {
  auto It = Uses.find(Var->getCanonicalDecl());
  if (It == Uses.end())
    return {};
  return It->second;
}

} // namespace heddle
