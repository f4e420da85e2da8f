//===- CallEvaluator.cpp - calls, and conditions upon their results -------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The part of the evaluator that deals with calls: their uniform shape, the
// roles of a primitive's row, and what is known after a test of a result.
//
//===----------------------------------------------------------------------===//

#include "analysis/events/Event.h"
#include "analysis/places/AtomicOperation.h"
#include "analysis/places/Evaluator.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace heddle {

CallShape Evaluator::shapeOf(const Expr *E) const {
  CallShape Shape;
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E)) {
    Shape.Callee = Construct->getConstructor();
    Shape.Args.append(Construct->arg_begin(), Construct->arg_end());
    Shape.Row = Table.lookup(Shape.Callee);
    return Shape;
  }
  const auto *Call = cast<CallExpr>(E);
  Shape.Callee = Call->getDirectCallee();
  Shape.Args.append(Call->arg_begin(), Call->arg_end());
  if (const auto *Method = dyn_cast<CXXMemberCallExpr>(Call)) {
    Shape.Object = Method->getImplicitObjectArgument();
    if (!Shape.Callee)
      Shape.Callee = Method->getMethodDecl();
  } else if (isa<CXXOperatorCallExpr>(Call)) {
    const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Shape.Callee);
    if (Method && !Method->isStatic() && !Shape.Args.empty()) {
      Shape.Object = Shape.Args.front();
      Shape.Args.erase(Shape.Args.begin());
    }
  }
  if (Shape.Object) {
    Shape.ObjectType = Shape.Object->IgnoreParenImpCasts()->getType();
    Shape.Arrow = Shape.Object->getType()->isPointerType();
    if (Shape.ObjectType->isPointerType())
      Shape.ObjectType = Shape.ObjectType->getPointeeType();
  }
  if (Shape.Callee)
    Shape.Row = Table.lookup(Shape.Callee, Shape.ObjectType);
  return Shape;
}

const Value *Evaluator::objectAddress(const CallShape &Call,
                                      const Environment &Env) const {
  if (!Call.Object)
    return nullptr;
  return Call.Arrow ? value(Call.Object, Env) : address(Call.Object, Env);
}

const Value *Evaluator::roleAddress(const CallShape &Call, int Role,
                                    const Environment &Env) const {
  if (Role == Primitive::ThisArg)
    return objectAddress(Call, Env);
  if (Role < 0 || Role >= static_cast<int>(Call.Args.size()))
    return nullptr;
  const Expr *Arg = Call.Args[Role];
  // In C the role is a pointer, in C++ a reference (or a handle by value).
  if (Arg->getType()->isPointerType() && !Arg->isGLValue())
    return value(Arg, Env);
  if (const auto *Load = dyn_cast<ImplicitCastExpr>(Arg->IgnoreParens()))
    if (Load->getCastKind() == CK_LValueToRValue)
      return address(Load->getSubExpr(), Env);
  return address(Arg, Env);
}

const Value *Evaluator::roleValue(const CallShape &Call, int Role,
                                  const Environment &Env) const {
  if (Role == Primitive::ThisArg)
    return loadFrom(objectAddress(Call, Env), Env);
  if (Role < 0 || Role >= static_cast<int>(Call.Args.size()))
    return nullptr;
  return callable(Call.Args[Role], Env);
}

const Value *Evaluator::bindValue(const CallShape &Call,
                                  const Environment &Env) const {
  const Value *Target = roleValue(Call, Call.Row->Object, Env);
  if (!Target || Target->kind() != Value::Function)
    return Target;
  const FunctionDecl *Function = Target->function();
  const auto *Method = dyn_cast<CXXMethodDecl>(Function);
  llvm::SmallVector<const Value *, 4> Parts;
  if (!Method || Method->isStatic())
    Parts.push_back(nullptr);
  for (const Expr *Arg : llvm::drop_begin(Call.Args, 1)) {
    const Value *V = callable(Arg, Env);
    bool Object = Parts.empty() && Arg->getType()->isRecordType();
    Parts.push_back(V || !Object ? V : address(Arg, Env));
  }
  return D.Places.bound(Function, nullptr, Parts);
}

const Value *Evaluator::rowValue(const CallShape &Call, const Expr *E,
                                 const Environment &Env) const {
  const Primitive &Row = *Call.Row;
  switch (Row.What) {
  case Op::Forward: // std::ref makes an object that is a reference
  case Op::AddressOf:
    return roleAddress(Call, Row.Object, Env);
  case Op::Pointee:
  case Op::PointerTo:
    return loadFrom(roleAddress(Call, Row.Object, Env), Env);
  case Op::Element: {
    const Place *Whole = D.Places.deref(roleAddress(Call, Row.Object, Env));
    // An iterator meets every element; a key names one that is not known.
    const Value *Index = nullptr;
    if (Row.Object != Primitive::ThisArg)
      Index = nullptr;
    else if (Call.Args.empty())
      Index = D.Places.counted();
    else if (Call.Args[0]->getType()->isIntegralOrEnumerationType())
      Index = value(Call.Args[0], Env);
    return D.Places.address(D.Places.element(Whole, Index));
  }
  case Op::GuardOwns: {
    const Place *Guard = D.Places.deref(roleAddress(Call, Row.Object, Env));
    return loadFrom(D.Places.part(Guard, Place::Owns), Env);
  }
  case Op::GuardMutex:
  case Op::GuardForget: {
    const Place *Guard = D.Places.deref(roleAddress(Call, Row.Object, Env));
    return loadFrom(D.Places.part(Guard, Place::Mutex0), Env);
  }
  case Op::Bind:
    return bindValue(Call, Env);
  case Op::Allocate:
  case Op::MapMemory:
    return D.Places.address(D.Places.alloc(E));
  default:
    return nullptr;
  }
}

const Value *Evaluator::callValue(const Expr *E, const Environment &Env) const {
  if (const Value *const *Known = Env.lookup(D.Places.temp(E)->id()))
    if (*Known)
      return *Known;
  CallShape Call = shapeOf(E);
  if (isa_and_nonnull<CXXConversionDecl>(Call.Callee) && !Call.Row)
    if (cast<CXXMethodDecl>(Call.Callee)->getParent()->isLambda())
      return callable(Call.Object, Env);
  return Call.Row ? rowValue(Call, E, Env) : atomicValue(E, Env);
}

/// A value read atomically remembers where it was read.
const Value *Evaluator::atomicValue(const Expr *E,
                                    const Environment &Env) const {
  auto Atomic = atomicOperation(E, *this, Env);
  if (!Atomic || Atomic->K != AtomicOperation::Load || !Atomic->Acquires)
    return nullptr;
  return D.Places.load(
      D.Places.part(D.Places.deref(Atomic->Object), Place::Seen));
}

//===----------------------------------------------------------------------===//
// Conditions
//===----------------------------------------------------------------------===//

std::optional<bool> Evaluator::truth(const Expr *E,
                                     const Environment &Env) const {
  E = E->IgnoreParenImpCasts();
  if (const auto *Op = dyn_cast<UnaryOperator>(E))
    if (Op->getOpcode() == UO_LNot) {
      auto Known = truth(Op->getSubExpr(), Env);
      return Known ? std::optional(!*Known) : std::nullopt;
    }
  if (const auto *Op = dyn_cast<BinaryOperator>(E)) {
    if (Op->isLogicalOp()) {
      auto L = truth(Op->getLHS(), Env), R = truth(Op->getRHS(), Env);
      bool Absorbing = Op->getOpcode() == BO_LOr;
      if ((L && *L == Absorbing) || (R && *R == Absorbing))
        return Absorbing;
      return L && R ? std::optional(!Absorbing) : std::nullopt;
    }
    if (Op->isComparisonOp())
      return truthOfComparison(Op, Env);
  }
  const Value *V = value(E, Env);
  if (!V || V->kind() == Value::Derived || V->kind() == Value::Load) {
    const Place *P = pureExpression(E);
    const Value *const *Known = P ? Env.lookup(P->id()) : nullptr;
    if (Known && *Known)
      V = *Known;
  }
  if (!V)
    return std::nullopt;
  switch (V->kind()) {
  case Value::Const:
    return V->constant() != 0;
  case Value::NonZero:
  case Value::Positive:
  case Value::Failure:
  case Value::Address:
  case Value::Function:
    return true;
  default:
    return std::nullopt;
  }
}

static std::optional<bool> compare(BinaryOperatorKind Op, int64_t X,
                                   int64_t Y) {
  switch (Op) {
  case BO_EQ:
    return X == Y;
  case BO_NE:
    return X != Y;
  case BO_LT:
    return X < Y;
  case BO_GT:
    return X > Y;
  case BO_LE:
    return X <= Y;
  case BO_GE:
    return X >= Y;
  default:
    return std::nullopt;
  }
}

/// What fork returned, compared with a constant.
static std::optional<bool> truthOfSign(BinaryOperatorKind Op, const Value &A,
                                       const Value &B) {
  if (A.isConst() && !B.isConst())
    return truthOfSign(BinaryOperator::reverseComparisonOp(Op), B, A);
  if (!B.isConst())
    return std::nullopt;
  if (A.kind() == Value::Failure)
    return compare(Op, -1, B.constant());
  // Above zero: like any number above zero where the bound is none.
  if (A.kind() == Value::Positive && B.constant() <= 0)
    return compare(Op, 1, B.constant());
  return std::nullopt;
}

std::optional<bool> Evaluator::truthOfComparison(const BinaryOperator *E,
                                                 const Environment &Env) const {
  const Value *A = value(E->getLHS(), Env), *B = value(E->getRHS(), Env);
  if (!A || !B)
    return std::nullopt;
  if (B->kind() == Value::NonZero)
    std::swap(A, B);
  if (A->kind() == Value::NonZero && B->isConst(0) && E->isEqualityOp())
    return E->getOpcode() == BO_NE;
  if (auto Known = truthOfSign(E->getOpcode(), *A, *B))
    return Known;
  if (A->kind() == Value::Below && B->isConst(A->constant()))
    return E->getOpcode() == BO_LT || E->getOpcode() == BO_NE ||
           E->getOpcode() == BO_LE;
  if (!A->isConst() || !B->isConst())
    return std::nullopt;
  return compare(E->getOpcode(), A->constant(), B->constant());
}

/// Where a fact about the value of the expression can be kept: a variable
/// that only this function changes, or the result of a call.
const Place *Evaluator::factPlace(const Expr *E, const Environment &Env) const {
  E = E->IgnoreParenImpCasts();
  // A result that nothing was known of is not looked at again: what it was
  // stored in is.
  if (isa<CallExpr>(E)) {
    const Place *Result = D.Places.temp(E);
    return Env.contains(Result->id()) ? Result : nullptr;
  }
  if (const auto *Op = dyn_cast<BinaryOperator>(E))
    if (Op->getOpcode() == BO_Assign)
      return factPlace(Op->getLHS(), Env);
  if (const Place *P = pureExpression(E))
    return P;
  if (!E->isGLValue() || E->getType()->isAtomicType() ||
      E->getType().isVolatileQualified())
    return nullptr;
  return isa<DeclRefExpr, MemberExpr>(E) ? D.Places.deref(address(E, Env))
                                         : nullptr;
}

void Evaluator::setFact(const Expr *E, const Value *V, Environment &Env) const {
  const Place *P = factPlace(E, Env);
  if (!P)
    return;
  const Value *const *Known = Env.lookup(P->id());
  const Value *Now = Known ? *Known : D.Places.load(P);
  // A pointer known only to be non-null keeps its place.
  if (V->kind() == Value::NonZero &&
      (E->getType()->isPointerType() || (Now && Now->kind() != Value::Load)))
    return;
  // A test of a value that came with the entry, or of a copy of it, says
  // something of the entry; the variable still holds what it held.
  if (Now && Now->kind() == Value::Load &&
      Now->place()->kind() != Place::Temp) {
    if (const Place *Part = D.Places.part(Now->place(), Place::Fact))
      Env = D.Environments.add(Env, Part->id(), V);
    return;
  }
  Env = D.Environments.add(Env, P->id(), V);
}

void Evaluator::assumeEqual(const Expr *E, const Expr *Label,
                            Environment &Env) const {
  if (const Value *V = value(Label, Env))
    if (V->isConst())
      setFact(E, V, Env);
}

static bool isUnchanging(const Expr *E, const Evaluator &Eval) {
  E = E->IgnoreParenImpCasts();
  if (isa<IntegerLiteral, CharacterLiteral, CXXBoolLiteralExpr>(E))
    return true;
  if (const auto *Cast = dyn_cast<ExplicitCastExpr>(E))
    return isUnchanging(Cast->getSubExpr(), Eval);
  if (const auto *Op = dyn_cast<BinaryOperator>(E))
    return !Op->isAssignmentOp() && isUnchanging(Op->getLHS(), Eval) &&
           isUnchanging(Op->getRHS(), Eval);
  const auto *Ref = dyn_cast<DeclRefExpr>(E);
  if (!Ref)
    return false;
  if (isa<EnumConstantDecl>(Ref->getDecl()))
    return true;
  const auto *Param = dyn_cast<ParmVarDecl>(Ref->getDecl());
  if (Param)
    return !Eval.ChangedParams.contains(Param) &&
           !Param->getType()->isReferenceType();
  const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
  return Var && Var->getType().isConstQualified() && Var->hasLocalStorage();
}

const Place *Evaluator::pureExpression(const Expr *E) const {
  E = E->IgnoreParenImpCasts();
  const auto *Op = dyn_cast<BinaryOperator>(E);
  if (!F || !Op || Op->isLogicalOp() || !isUnchanging(E, *this))
    return nullptr;
  llvm::FoldingSetNodeID Id;
  E->Profile(Id, F->getASTContext(), true);
  auto [It, New] = Pure.try_emplace(Id, E);
  return D.Places.temp(It->second);
}

/// A counter leaves its loop with the value of the bound: `i < N` fails for
/// an i that was counted up to N.
void Evaluator::assumeBound(const BinaryOperator *E, bool Holds,
                            Environment &Env) const {
  if (E->getOpcode() != BO_LT && E->getOpcode() != BO_NE)
    return;
  const Value *Bound = value(E->getRHS(), Env), *V = value(E->getLHS(), Env);
  const Place *P = factPlace(E->getLHS(), Env);
  bool Counter =
      V && (V->kind() == Value::Counted || V->kind() == Value::Below);
  if (!P || !Bound || !Bound->isConst() || !Counter ||
      P->kind() != Place::Local)
    return;
  Env = D.Environments.add(Env, P->id(),
                           Holds ? D.Places.below(Bound->constant()) : Bound);
}

void Evaluator::assumeComparison(const BinaryOperator *E, bool Holds,
                                 Environment &Env) const {
  const Expr *L = E->getLHS(), *R = E->getRHS();
  const Value *Right = value(R, Env);
  if (!Right || !Right->isConst()) {
    std::swap(L, R);
    Right = value(R, Env);
  }
  if (const Place *Whole = pureExpression(E))
    Env = D.Environments.add(Env, Whole->id(),
                             Holds ? D.Places.nonZero() : D.Places.constant(0));
  assumeBound(E, Holds, Env);
  if (!Right || !Right->isConst() || !E->isEqualityOp())
    return;
  if ((E->getOpcode() == BO_EQ) == Holds)
    setFact(L, Right, Env);
  else if (Right->isConst(0))
    setFact(L, D.Places.nonZero(), Env);
}

void Evaluator::assume(const Expr *E, bool Holds, Environment &Env) const {
  E = E->IgnoreParenImpCasts();
  if (const auto *Op = dyn_cast<UnaryOperator>(E))
    if (Op->getOpcode() == UO_LNot)
      return assume(Op->getSubExpr(), !Holds, Env);
  if (const auto *Op = dyn_cast<BinaryOperator>(E)) {
    // Only what both operands must be: a && b holds, a || b does not.
    if (Op->isLogicalOp()) {
      if ((Op->getOpcode() == BO_LAnd) == Holds) {
        assume(Op->getLHS(), Holds, Env);
        assume(Op->getRHS(), Holds, Env);
      }
      return;
    }
    if (Op->isComparisonOp())
      return assumeComparison(Op, Holds, Env);
  }
  setFact(E, Holds ? D.Places.nonZero() : D.Places.constant(0), Env);
}

} // namespace heddle
