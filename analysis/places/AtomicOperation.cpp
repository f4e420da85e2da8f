//===- AtomicOperation.cpp - recognising atomic operations ----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Three families: members of std::atomic and the free functions on it, the
// __atomic and C11 builtins (AtomicExpr), and the older __sync builtins.
//
//===----------------------------------------------------------------------===//

#include "analysis/places/AtomicOperation.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace heddle {

using Kind = AtomicOperation::Kind;

static std::optional<Kind> kindByName(llvm::StringRef Name) {
  if (Name.contains("compare_exchange") || Name.contains("compare_and_swap"))
    return AtomicOperation::CompareExchange;
  if (Name.contains("test_and_set") || Name.contains("exchange"))
    return AtomicOperation::Exchange;
  if (Name.contains("load") || Name.starts_with("operator ") ||
      Name == "test" || Name == "atomic_flag_test")
    return AtomicOperation::Load;
  if (Name == "wait" || Name == "atomic_wait")
    return AtomicOperation::Wait;
  if (Name.contains("store") || Name == "operator=" || Name.contains("clear") ||
      Name.contains("lock_release"))
    return AtomicOperation::Store;
  if (Name.contains("fetch") || Name.starts_with("operator") ||
      Name.starts_with("__sync_"))
    return AtomicOperation::Modify;
  return std::nullopt;
}

/// std::memory_order or __ATOMIC_ constant: 0 relaxed, 1 consume, 2 acquire,
/// 3 release, 4 acquire and release, 5 sequentially consistent.
static void applyOrder(AtomicOperation &Op, const Value *Order,
                       const Evaluator &Eval) {
  if (!Order || !Order->isConst() || Eval.D.Fences)
    return;
  Op.Acquires = Order->constant() != 0 && Order->constant() != 3;
  Op.Releases = Order->constant() >= 3;
}

static std::optional<AtomicOperation> fromBuiltin(const AtomicExpr *E,
                                                  const Evaluator &Eval,
                                                  const Environment &Env) {
  AtomicOperation Op;
  auto K = kindByName(E->getOpAsString());
  Op.K = K.value_or(AtomicOperation::Modify);
  Op.Object = Eval.value(E->getPtr(), Env);
  if (Op.K == AtomicOperation::Store || Op.K == AtomicOperation::Exchange)
    if (E->getNumSubExprs() > 2)
      Op.Stored = Eval.value(E->getVal1(), Env);
  if (Op.K == AtomicOperation::CompareExchange) {
    Op.Expected = Eval.loadFrom(Eval.value(E->getVal1(), Env), Env);
    Op.Stored = Eval.value(E->getVal2(), Env);
  }
  applyOrder(Op, Eval.value(E->getOrder(), Env), Eval);
  return Op;
}

static bool isOrder(const Expr *E) {
  const auto *Enum = E->getType()->getAs<EnumType>();
  return Enum && Enum->getDecl()->getName() == "memory_order";
}

static std::optional<AtomicOperation> fromMember(const CallShape &Call,
                                                 const Evaluator &Eval,
                                                 const Environment &Env) {
  AtomicOperation Op;
  auto K = kindByName(Call.Callee->getNameAsString());
  if (!K)
    return std::nullopt;
  Op.K = *K;
  Op.Object = Eval.objectAddress(Call, Env);
  const auto *Method = dyn_cast<CXXMethodDecl>(Call.Callee);
  if (Method && Method->getParent()->getName().contains("atomic_ref"))
    Op.Object = Eval.loadFrom(Op.Object, Env);
  if (Op.K == AtomicOperation::Store || Op.K == AtomicOperation::Exchange)
    if (!Call.Args.empty() && !isOrder(Call.Args[0]))
      Op.Stored = Eval.value(Call.Args[0], Env);
  if (Op.K == AtomicOperation::CompareExchange && Call.Args.size() > 1) {
    Op.Expected = Eval.loadFrom(Eval.address(Call.Args[0], Env), Env);
    Op.Stored = Eval.value(Call.Args[1], Env);
  }
  if (Call.Callee->getNameAsString() == "test_and_set")
    Op.Stored = Eval.D.Places.constant(1);
  for (const Expr *Arg : Call.Args)
    if (isOrder(Arg))
      applyOrder(Op, Eval.value(Arg, Env), Eval);
  return Op;
}

/// `std::atomic_store(&a, v)`, `atomic_flag_clear(&f)`, `__sync_...(&n, 1)`.
static std::optional<AtomicOperation> fromFunction(const CallShape &Call,
                                                   const Evaluator &Eval,
                                                   const Environment &Env) {
  if (!Call.Callee->getIdentifier() || Call.Args.empty())
    return std::nullopt;
  llvm::StringRef Name = Call.Callee->getName();
  bool Sync = Name.starts_with("__sync_") || Name.starts_with("__atomic_");
  bool Std = Name.starts_with("atomic_") &&
             Call.Args[0]->getType()->isPointerType() &&
             Eval.Table.kindOf(Call.Args[0]->getType()->getPointeeType()) ==
                 TypeKind::Atomic;
  if (!Sync && !Std)
    return std::nullopt;
  auto K = kindByName(Name);
  if (!K)
    return std::nullopt;
  AtomicOperation Op;
  Op.K = *K;
  Op.Object = Eval.value(Call.Args[0], Env);
  if (Call.Args.size() > 1 && Op.K != AtomicOperation::CompareExchange)
    Op.Stored = Eval.value(Call.Args[1], Env);
  if (Op.K == AtomicOperation::CompareExchange && Call.Args.size() > 2) {
    // __sync takes the old value, std:: and __atomic a pointer to it.
    Op.Expected = Eval.value(Call.Args[1], Env);
    if (Call.Args[1]->getType()->isPointerType())
      Op.Expected = Eval.loadFrom(Op.Expected, Env);
    Op.Stored = Eval.value(Call.Args[2], Env);
  }
  if (Name.contains("flag_test_and_set"))
    Op.Stored = Eval.D.Places.constant(1);
  if (Name == "__sync_lock_release")
    Op.Stored = Eval.D.Places.constant(0);
  for (const Expr *Arg : Call.Args)
    if (isOrder(Arg))
      applyOrder(Op, Eval.value(Arg, Env), Eval);
  return Op;
}

std::optional<AtomicOperation>
atomicOperation(const Expr *E, const Evaluator &Eval, const Environment &Env) {
  if (const auto *Builtin = dyn_cast<AtomicExpr>(E))
    return fromBuiltin(Builtin, Eval, Env);
  if (!isa<CallExpr>(E))
    return std::nullopt;
  CallShape Call = Eval.shapeOf(E);
  if (!Call.Callee)
    return std::nullopt;
  if (Call.Object) {
    QualType Type = Call.Object->IgnoreParenImpCasts()->getType();
    if (Type->isPointerType())
      Type = Type->getPointeeType();
    if (Eval.Table.kindOf(Type) != TypeKind::Atomic)
      return std::nullopt;
    return fromMember(Call, Eval, Env);
  }
  return fromFunction(Call, Eval, Env);
}

} // namespace heddle
