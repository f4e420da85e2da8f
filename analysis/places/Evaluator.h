//===- Evaluator.h - what an expression denotes in a state ----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_PLACES_EVALUATOR_H
#define HEDDLE_ANALYSIS_PLACES_EVALUATOR_H

#include "analysis/places/Environment.h"
#include "analysis/places/Place.h"
#include "analysis/primitives/Primitives.h"
#include "clang/AST/ASTContext.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <map>
#include <optional>

namespace heddle {

/// A call in uniform shape, whatever syntax it is written in.
struct CallShape {
  const clang::FunctionDecl *Callee = nullptr;
  const clang::Expr *Object = nullptr; ///< of a method call, may be a pointer
  bool Arrow = false;                  ///< Object is a pointer
  clang::QualType ObjectType;          ///< the class, null without an Object
  llvm::SmallVector<const clang::Expr *, 4> Args;
  const Primitive *Row = nullptr;
};

struct IdLess {
  bool operator()(const llvm::FoldingSetNodeID &A,
                  const llvm::FoldingSetNodeID &B) const {
    return A < B;
  }
};

/// Evaluates expressions of one function without side effects.
class Evaluator {
public:
  Evaluator(Domain &D, const Primitives &Table, const clang::FunctionDecl *F)
      : D(D), Table(Table), F(F) {}

  /// The value of a prvalue, or of what a glvalue of scalar type holds.
  const Value *value(const clang::Expr *E, const Environment &Env) const;
  /// The address of what a glvalue (or a class prvalue) denotes.
  const Value *address(const clang::Expr *E, const Environment &Env) const;
  /// What the place at this address holds.
  const Value *loadFrom(const Value *Address, const Environment &Env) const;
  const Value *loadFrom(const Place *P, const Environment &Env) const;
  /// Whether the condition is known to hold.
  std::optional<bool> truth(const clang::Expr *E, const Environment &Env) const;
  /// Adds that the condition holds (or does not).
  void assume(const clang::Expr *E, bool Holds, Environment &Env) const;

  /// Adds that the expression has the label's value.
  void assumeEqual(const clang::Expr *E, const clang::Expr *Label,
                   Environment &Env) const;

  CallShape shapeOf(const clang::Expr *Call) const;
  /// The place a role of a row refers to: what an argument or `this` points to.
  const Value *roleAddress(const CallShape &Call, int Role,
                           const Environment &Env) const;
  /// The value passed in a role.
  const Value *roleValue(const CallShape &Call, int Role,
                         const Environment &Env) const;
  const Value *objectAddress(const CallShape &Call,
                             const Environment &Env) const;
  /// Like value, but for something that can be called.
  const Value *callable(const clang::Expr *E, const Environment &Env) const;
  const Place *variable(const clang::VarDecl *Var) const;
  const clang::FunctionDecl *function() const { return F; }

  Domain &D;
  const Primitives &Table;
  /// Parameters that the function assigns to, and its other variables.
  llvm::SmallPtrSet<const clang::ParmVarDecl *, 4> ChangedParams;
  llvm::SmallPtrSet<const clang::VarDecl *, 4> ChangedLocals;

private:
  const Value *castValue(const clang::CastExpr *E,
                         const Environment &Env) const;
  const Value *unaryValue(const clang::UnaryOperator *E,
                          const Environment &Env) const;
  const Value *binaryValue(const clang::BinaryOperator *E,
                           const Environment &Env) const;
  const Value *constructValue(const clang::CXXConstructExpr *E,
                              const Environment &Env) const;
  const Value *callValue(const clang::Expr *E, const Environment &Env) const;
  const Value *atomicValue(const clang::Expr *E, const Environment &Env) const;
  const Value *rowValue(const CallShape &Call, const clang::Expr *E,
                        const Environment &Env) const;
  const Value *bindValue(const CallShape &Call, const Environment &Env) const;
  /// The place that stands for an expression over unchanging variables, the
  /// same for each spelling of it; null when it may change.
  const Place *pureExpression(const clang::Expr *E) const;
  const Value *lambdaValue(const clang::LambdaExpr *E,
                           const Environment &Env) const;
  const Value *declAddress(const clang::DeclRefExpr *E,
                           const Environment &Env) const;
  const Value *capturedAddress(const clang::VarDecl *Var,
                               const Environment &Env) const;
  const Value *memberAddress(const clang::MemberExpr *E,
                             const Environment &Env) const;
  /// What tests have shown of a value that came with the entry.
  const Value *refined(const Value *V, const Environment &Env) const;
  std::optional<bool> truthOfComparison(const clang::BinaryOperator *E,
                                        const Environment &Env) const;
  void assumeBound(const clang::BinaryOperator *E, bool Holds,
                   Environment &Env) const;
  void assumeComparison(const clang::BinaryOperator *E, bool Holds,
                        Environment &Env) const;
  const Place *factPlace(const clang::Expr *E, const Environment &Env) const;
  void setFact(const clang::Expr *E, const Value *V, Environment &Env) const;

  const clang::FunctionDecl *F;
  mutable std::map<llvm::FoldingSetNodeID, const clang::Expr *, IdLess> Pure;
};

} // namespace heddle

#endif
