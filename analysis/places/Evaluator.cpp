//===- Evaluator.cpp - values and addresses of expressions ----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A recursion over the expression, by class. Whatever is not understood is
// unknown (null), and stays so. Calls are not followed here: their results
// were put into the environment when the dataflow passed them.
//
//===----------------------------------------------------------------------===//

#include "analysis/places/Evaluator.h"
#include "analysis/events/Event.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace heddle {

//===----------------------------------------------------------------------===//
// Values
//===----------------------------------------------------------------------===//

/// An initialiser that the program never overrides.
static const Expr *fixedInit(const Place *P) {
  if (P->kind() != Place::Global && P->kind() != Place::Local)
    return nullptr;
  const VarDecl *Var = P->var();
  const CXXRecordDecl *Record = Var->getType()->getAsCXXRecordDecl();
  bool Fixed = Var->getType().isConstQualified() || Var->isConstexpr() ||
               (Record && Record->isLambda());
  return Fixed ? Var->getAnyInitializer() : nullptr;
}

const Value *Evaluator::loadFrom(const Place *P, const Environment &Env) const {
  if (!P)
    return nullptr;
  if (const Value *const *Known = Env.lookup(P->id()))
    return *Known || P->kind() == Place::Param ? refined(*Known, Env)
                                               : refined(D.Places.load(P), Env);
  if (const Expr *Init = fixedInit(P))
    if (!Init->isValueDependent())
      if (const Value *V = value(Init, Env))
        if (V->kind() != Value::Address ||
            V->place()->root()->kind() != Place::Alloc)
          return V;
  return refined(D.Places.load(P), Env);
}

const Value *Evaluator::refined(const Value *V, const Environment &Env) const {
  if (!V || V->kind() != Value::Load)
    return V;
  const Place *Part = D.Places.part(V->place(), Place::Fact);
  const Value *const *Shown = Part ? Env.lookup(Part->id()) : nullptr;
  return Shown && *Shown ? *Shown : V;
}

const Value *Evaluator::loadFrom(const Value *Address,
                                 const Environment &Env) const {
  if (!Address)
    return nullptr;
  if (Address->kind() == Value::Function)
    return Address;
  const Value *All = nullptr;
  for (const Place *P : D.Places.derefAll(Address)) {
    const Value *One = loadFrom(P, Env);
    if (!One)
      return nullptr;
    All = All ? D.Places.either(All, One) : One;
    if (!All)
      return nullptr;
  }
  return All;
}

const Value *Evaluator::value(const Expr *E, const Environment &Env) const {
  if (!E || E->isValueDependent())
    return nullptr;
  E = E->IgnoreParens();
  if (const auto *Cast = dyn_cast<CastExpr>(E))
    if (!E->isGLValue() || Cast->getCastKind() == CK_LValueToRValue)
      return castValue(Cast, Env);
  if (const auto *Full = dyn_cast<FullExpr>(E))
    return value(Full->getSubExpr(), Env);
  if (const auto *Made = dyn_cast<MaterializeTemporaryExpr>(E))
    return value(Made->getSubExpr(), Env);
  if (const auto *Bind = dyn_cast<CXXBindTemporaryExpr>(E))
    return value(Bind->getSubExpr(), Env);
  if (const auto *Default = dyn_cast<CXXDefaultArgExpr>(E))
    return value(Default->getExpr(), Env);
  if (const auto *Default = dyn_cast<CXXDefaultInitExpr>(E))
    return value(Default->getExpr(), Env);
  if (const auto *Opaque = dyn_cast<OpaqueValueExpr>(E))
    return value(Opaque->getSourceExpr(), Env);
  if (const auto *Subst = dyn_cast<SubstNonTypeTemplateParmExpr>(E))
    return value(Subst->getReplacement(), Env);
  if (const auto *Lit = dyn_cast<IntegerLiteral>(E))
    return Lit->getValue().getSignificantBits() <= 64
               ? D.Places.constant(Lit->getValue().getSExtValue())
               : nullptr;
  if (const auto *Lit = dyn_cast<CXXBoolLiteralExpr>(E))
    return D.Places.constant(Lit->getValue());
  if (const auto *Lit = dyn_cast<CharacterLiteral>(E))
    return D.Places.constant(Lit->getValue());
  if (isa<CXXNullPtrLiteralExpr, GNUNullExpr, ImplicitValueInitExpr,
          CXXScalarValueInitExpr>(E))
    return D.Places.constant(0);
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    if (const auto *Enum = dyn_cast<EnumConstantDecl>(Ref->getDecl()))
      return D.Places.constant(Enum->getInitVal().getExtValue());
  if (isa<CXXThisExpr>(E))
    return D.Places.address(D.Places.thisObject());
  if (const auto *Op = dyn_cast<UnaryOperator>(E))
    if (!E->isGLValue())
      return unaryValue(Op, Env);
  if (const auto *Op = dyn_cast<BinaryOperator>(E))
    return binaryValue(Op, Env);
  if (const auto *Choice = dyn_cast<AbstractConditionalOperator>(E)) {
    if (auto Known = truth(Choice->getCond(), Env))
      return value(*Known ? Choice->getTrueExpr() : Choice->getFalseExpr(),
                   Env);
    return D.Places.either(value(Choice->getTrueExpr(), Env),
                           value(Choice->getFalseExpr(), Env));
  }
  if (const auto *Lambda = dyn_cast<LambdaExpr>(E))
    return lambdaValue(Lambda, Env);
  if (isa<CXXNewExpr>(E))
    return D.Places.address(D.Places.alloc(E));
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E))
    return constructValue(Construct, Env);
  if (const auto *List = dyn_cast<InitListExpr>(E))
    return List->getNumInits() == 1 && !List->getType()->isRecordType()
               ? value(List->getInit(0), Env)
               : nullptr;
  if (isa<AtomicExpr>(E))
    return atomicValue(E, Env);
  if (isa<CallExpr>(E) && !E->isGLValue())
    return callValue(E, Env);
  return E->isGLValue() ? loadFrom(address(E, Env), Env) : nullptr;
}

const Value *Evaluator::castValue(const CastExpr *E,
                                  const Environment &Env) const {
  const Expr *Sub = E->getSubExpr();
  switch (E->getCastKind()) {
  case CK_LValueToRValue:
    if (Sub->getType()->isAtomicType())
      return D.Places.load(
          D.Places.part(D.Places.deref(address(Sub, Env)), Place::Seen));
    return loadFrom(address(Sub, Env), Env);
  case CK_ArrayToPointerDecay:
    return D.Places.address(D.Places.index(D.Places.deref(address(Sub, Env)),
                                           D.Places.constant(0)));
  case CK_FunctionToPointerDecay:
  case CK_BuiltinFnToFnPtr:
    return address(Sub, Env);
  case CK_NullToPointer:
  case CK_NullToMemberPointer:
    return D.Places.constant(0);
  case CK_IntegralToBoolean:
  case CK_PointerToBoolean: {
    auto Known = truth(Sub, Env);
    return Known ? D.Places.constant(*Known) : nullptr;
  }
  case CK_AtomicToNonAtomic:
  case CK_NonAtomicToAtomic:
  default:
    return value(Sub, Env);
  }
}

const Value *Evaluator::unaryValue(const UnaryOperator *E,
                                   const Environment &Env) const {
  const Expr *Sub = E->getSubExpr();
  switch (E->getOpcode()) {
  case UO_AddrOf:
    if (const auto *Ref = dyn_cast<DeclRefExpr>(Sub->IgnoreParens()))
      if (const auto *Method = dyn_cast<FunctionDecl>(Ref->getDecl()))
        return D.Places.function(Method);
    return address(Sub, Env);
  case UO_LNot: {
    auto Known = truth(Sub, Env);
    return Known ? D.Places.constant(!*Known) : nullptr;
  }
  case UO_Minus: {
    const Value *V = value(Sub, Env);
    return V && V->isConst() ? D.Places.constant(-V->constant()) : nullptr;
  }
  case UO_Plus:
  case UO_Extension:
    return value(Sub, Env);
  case UO_PreInc:
  case UO_PreDec:
  case UO_PostInc:
  case UO_PostDec:
    // The change has happened by now; for a post-increment that is one step
    // too many, which no index tells apart.
    return loadFrom(address(Sub, Env), Env);
  default:
    return nullptr;
  }
}

static std::optional<int64_t> fold(BinaryOperatorKind Op, int64_t A,
                                   int64_t B) {
  switch (Op) {
  case BO_Add:
    return static_cast<int64_t>(static_cast<uint64_t>(A) + B);
  case BO_Sub:
    return static_cast<int64_t>(static_cast<uint64_t>(A) - B);
  case BO_And:
    return A & B;
  case BO_Or:
    return A | B;
  case BO_Mul:
    return static_cast<int64_t>(static_cast<uint64_t>(A) * B);
  case BO_Div:
    return B > 0 ? std::optional(A / B) : std::nullopt;
  case BO_Rem:
    return B > 0 ? std::optional(A % B) : std::nullopt;
  default:
    return std::nullopt;
  }
}

const Value *Evaluator::binaryValue(const BinaryOperator *E,
                                    const Environment &Env) const {
  if (E->getOpcode() == BO_Comma || E->getOpcode() == BO_Assign)
    return value(E->getRHS(), Env);
  if (E->isComparisonOp() || E->isLogicalOp()) {
    auto Known = truth(E, Env);
    return Known ? D.Places.constant(*Known) : nullptr;
  }
  const Expr *L = E->getLHS(), *R = E->getRHS();
  if (E->isAdditiveOp() && L->getType()->isPointerType())
    return D.Places.moved(value(L, Env),
                          E->getOpcode() == BO_Add ? value(R, Env) : nullptr);
  if (E->getOpcode() == BO_Add && R->getType()->isPointerType())
    return D.Places.moved(value(R, Env), value(L, Env));
  const Value *A = value(L, Env), *B = value(R, Env);
  if (!A || !B || !A->isConst() || !B->isConst())
    return D.Places.computed(A, B);
  auto Folded = fold(E->getOpcode(), A->constant(), B->constant());
  return Folded ? D.Places.constant(*Folded) : D.Places.counted();
}

/// A class object stands for a value when it is a callable or a pointer.
static bool standsForValue(TypeKind Kind) {
  return Kind == TypeKind::Callable || Kind == TypeKind::SmartPointer;
}

const Value *Evaluator::constructValue(const CXXConstructExpr *E,
                                       const Environment &Env) const {
  const CXXRecordDecl *Record = E->getConstructor()->getParent();
  if (Record->getName() == "atomic_ref" && E->getNumArgs() == 1 &&
      !E->getConstructor()->isCopyConstructor())
    return address(E->getArg(0), Env);
  bool Conveys = standsForValue(Table.kindOf(Record)) ||
                 E->getConstructor()->isCopyOrMoveConstructor();
  if (Conveys && E->getNumArgs() >= 1)
    return callable(E->getArg(0), Env);
  if (Conveys)
    return D.Places.constant(0);
  return nullptr;
}

const Value *Evaluator::lambdaValue(const LambdaExpr *E,
                                    const Environment &Env) const {
  llvm::SmallVector<const Value *, 4> Parts{nullptr};
  unsigned Position = 0;
  for (const LambdaCapture &Capture : E->captures()) {
    const Expr *Init = E->capture_init_begin()[Position++];
    if (Capture.capturesThis())
      Parts[0] = D.Places.address(D.Places.thisObject());
    if (!Capture.capturesVariable())
      continue;
    if (Capture.getCaptureKind() == LCK_ByRef)
      Parts.push_back(address(Init, Env));
    else
      Parts.push_back(callable(Init, Env));
  }
  const FunctionDecl *Operator = E->getCallOperator();
  // Of a generic lambda, the one it is used as.
  if (const auto *Generic = Operator->getDescribedFunctionTemplate())
    for (const FunctionDecl *Instance : Generic->specializations())
      if (Instance->hasBody())
        Operator = Instance;
  return D.Places.bound(Operator, E, Parts);
}

/// The call operator of a class that has just one.
static const CXXMethodDecl *callOperator(const CXXRecordDecl *Record) {
  if (!Record || !Record->hasDefinition())
    return nullptr;
  const CXXMethodDecl *Found = nullptr;
  for (const CXXMethodDecl *Method : Record->methods()) {
    if (Method->getOverloadedOperator() != OO_Call)
      continue;
    if (Found)
      return nullptr;
    Found = Method;
  }
  return Found;
}

/// T of std::reference_wrapper<T>.
static const CXXRecordDecl *referred(const CXXRecordDecl *Record) {
  const auto *Wrapper =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(Record);
  if (!Wrapper || Wrapper->getName() != "reference_wrapper" ||
      Wrapper->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
    return nullptr;
  return Wrapper->getTemplateArgs()[0].getAsType()->getAsCXXRecordDecl();
}

const Value *Evaluator::callable(const Expr *E, const Environment &Env) const {
  if (!E)
    return nullptr;
  const Expr *Made = makerOf(E);
  const Value *V = nullptr;
  if (Made->isGLValue())
    V = loadFrom(address(Made, Env), Env);
  else
    V = value(Made, Env);
  const CXXRecordDecl *Record = Made->getType()->getAsCXXRecordDecl();
  // std::ref(f) calls f itself.
  if (const CXXMethodDecl *Operator = callOperator(referred(Record)))
    if (V && V->kind() <= Value::Address && !V->function())
      return D.Places.bound(Operator, nullptr, {V});
  if (V && V->kind() != Value::Load)
    return V;
  if (Record && !Record->isLambda())
    if (const CXXMethodDecl *Operator = callOperator(Record))
      if (!standsForValue(Table.kindOf(Record)))
        // An object that is passed on is copied: the call is on the copy.
        return D.Places.bound(
            Operator, nullptr,
            {Made->isGLValue() ? nullptr : address(Made, Env)});
  return V;
}

//===----------------------------------------------------------------------===//
// Addresses
//===----------------------------------------------------------------------===//

const Place *Evaluator::variable(const VarDecl *Var) const {
  const auto *Param = dyn_cast<ParmVarDecl>(Var);
  if (Param && Param->getDeclContext() == F)
    return D.Places.param(Param->getFunctionScopeIndex(), Param);
  return D.Places.variable(Var);
}

static const LambdaCapture *captureOf(const FunctionDecl *F,
                                      const VarDecl *Var) {
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(F);
  if (!Method || !Method->getParent()->isLambda())
    return nullptr;
  for (const LambdaCapture &Capture : Method->getParent()->captures())
    if (Capture.capturesVariable() && Capture.getCapturedVar() == Var)
      return &Capture;
  return nullptr;
}

const Value *Evaluator::capturedAddress(const VarDecl *Var,
                                        const Environment &Env) const {
  const LambdaCapture *Capture = captureOf(F, Var);
  if (!Capture)
    return nullptr;
  const Place *P = D.Places.capture(Var);
  bool ByRef = Capture->getCaptureKind() == LCK_ByRef ||
               Var->getType()->isReferenceType();
  return ByRef ? loadFrom(P, Env) : D.Places.address(P);
}

const Value *Evaluator::declAddress(const DeclRefExpr *E,
                                    const Environment &Env) const {
  const ValueDecl *Decl = E->getDecl();
  if (const auto *Function = dyn_cast<FunctionDecl>(Decl))
    return D.Places.function(Function);
  if (const auto *Binding = dyn_cast<BindingDecl>(Decl)) {
    if (const VarDecl *Holding = Binding->getHoldingVar())
      return loadFrom(variable(Holding), Env);
    return Binding->getBinding() ? address(Binding->getBinding(), Env)
                                 : nullptr;
  }
  const auto *Var = dyn_cast<VarDecl>(Decl);
  if (!Var)
    return nullptr;
  if (E->refersToEnclosingVariableOrCapture())
    if (const Value *Captured = capturedAddress(Var, Env))
      return Captured;
  const Place *P = variable(Var);
  if (!Var->getType()->isReferenceType())
    return D.Places.address(P);
  if (Var->hasGlobalStorage() && Var->getAnyInitializer() &&
      !Env.contains(P->id()))
    if (const Value *Bound = address(Var->getAnyInitializer(), Env))
      return Bound;
  return loadFrom(P, Env);
}

const Value *Evaluator::memberAddress(const MemberExpr *E,
                                      const Environment &Env) const {
  if (const auto *Var = dyn_cast<VarDecl>(E->getMemberDecl()))
    return D.Places.address(variable(Var));
  const auto *Field = dyn_cast<FieldDecl>(E->getMemberDecl());
  if (!Field)
    return nullptr;
  const Value *Base =
      E->isArrow() ? value(E->getBase(), Env) : address(E->getBase(), Env);
  const Value *All = nullptr;
  for (const Place *P : D.Places.derefAll(Base)) {
    const Value *One = D.Places.address(D.Places.field(P, Field));
    All = All ? D.Places.either(All, One) : One;
    if (!All)
      return nullptr;
  }
  return Field->getType()->isReferenceType() ? loadFrom(All, Env) : All;
}

const Value *Evaluator::address(const Expr *E, const Environment &Env) const {
  if (!E || E->isValueDependent())
    return nullptr;
  E = E->IgnoreParens();
  if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    return declAddress(Ref, Env);
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    return memberAddress(Member, Env);
  if (const auto *Element = dyn_cast<ArraySubscriptExpr>(E))
    return D.Places.moved(value(Element->getBase(), Env),
                          value(Element->getIdx(), Env));
  if (const auto *Op = dyn_cast<UnaryOperator>(E)) {
    if (Op->getOpcode() == UO_Deref)
      return value(Op->getSubExpr(), Env);
    return address(Op->getSubExpr(), Env);
  }
  if (const auto *Op = dyn_cast<BinaryOperator>(E)) {
    if (Op->isAssignmentOp())
      return address(Op->getLHS(), Env);
    return Op->getOpcode() == BO_Comma ? address(Op->getRHS(), Env) : nullptr;
  }
  if (const auto *Choice = dyn_cast<AbstractConditionalOperator>(E)) {
    if (auto Known = truth(Choice->getCond(), Env))
      return address(*Known ? Choice->getTrueExpr() : Choice->getFalseExpr(),
                     Env);
    return D.Places.either(address(Choice->getTrueExpr(), Env),
                           address(Choice->getFalseExpr(), Env));
  }
  if (const auto *Opaque = dyn_cast<OpaqueValueExpr>(E))
    return address(Opaque->getSourceExpr(), Env);
  if (const auto *Subst = dyn_cast<SubstNonTypeTemplateParmExpr>(E))
    return address(Subst->getReplacement(), Env);
  const Expr *Made = makerOf(E);
  if (Made != E)
    return address(Made, Env);
  if (const auto *Cast = dyn_cast<CastExpr>(E))
    return E->isGLValue() ? address(Cast->getSubExpr(), Env)
                          : D.Places.address(D.Places.temp(E));
  if (isa<CallExpr>(E) && E->isGLValue())
    return callValue(E, Env);
  if (E->isGLValue() || isa<StringLiteral>(E))
    return nullptr;
  return D.Places.address(D.Places.temp(E));
}

} // namespace heddle
