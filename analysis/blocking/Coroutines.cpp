//===- Coroutines.cpp - telling tasks from generators ---------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Nothing but its promise type and its body tells what a coroutine is for. A
// synchronous generator has a promise that takes yielded values, and its body
// awaits nothing, or only generators of its own kind. It is asynchronous all
// the same if its consumer must await the next value.
//
//===----------------------------------------------------------------------===//

#include "analysis/blocking/Coroutines.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace heddle {

const CoroutineBodyStmt *coroutineBody(const FunctionDecl *F) {
  return dyn_cast_or_null<CoroutineBodyStmt>(F->getBody());
}

namespace {
/// What a coroutine awaits in its own statements.
class Awaits : public RecursiveASTVisitor<Awaits> {
public:
  bool shouldVisitLambdaBody() const { return false; }
  bool VisitCoawaitExpr(CoawaitExpr *E) {
    if (!E->isImplicit())
      Operands.push_back(E->getOperand());
    return true;
  }
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }

  llvm::SmallVector<const Expr *, 4> Operands;
};

/// What the implicit parts of a coroutine call.
class Calls : public RecursiveASTVisitor<Calls> {
public:
  bool shouldVisitImplicitCode() const { return true; }
  bool VisitCallExpr(CallExpr *E) {
    if (const FunctionDecl *Callee = E->getDirectCallee())
      Callees.push_back(Callee);
    return true;
  }

  llvm::SmallVector<const FunctionDecl *, 4> Callees;
};
} // namespace

static const CXXRecordDecl *recordOf(QualType Type) {
  const CXXRecordDecl *Record =
      Type.isNull() ? nullptr
                    : Type.getNonReferenceType()->getAsCXXRecordDecl();
  return Record && Record->hasDefinition() ? Record->getDefinition() : nullptr;
}

static bool hasMember(const CXXRecordDecl *Record, llvm::StringRef Name) {
  for (const CXXMethodDecl *Method : Record->methods())
    if (Method->getIdentifier() && Method->getName() == Name)
      return true;
  for (const CXXBaseSpecifier &Base : Record->bases())
    if (const CXXRecordDecl *Of = recordOf(Base.getType()))
      if (hasMember(Of, Name))
        return true;
  for (const Decl *D : Record->decls())
    if (const auto *Template = dyn_cast<FunctionTemplateDecl>(D))
      if (Template->getIdentifier() && Template->getName() == Name)
        return true;
  return false;
}

static bool isAwaitable(QualType Type) {
  const CXXRecordDecl *Record = recordOf(Type);
  if (!Record)
    return false;
  for (const CXXMethodDecl *Method : Record->methods())
    if (Method->getOverloadedOperator() == OO_Coawait)
      return true;
  return hasMember(Record, "await_ready");
}

/// Whoever wants the next value has to await it.
static bool isAwaitedForValues(const CXXRecordDecl *Generator) {
  for (const CXXMethodDecl *Method : Generator->methods()) {
    bool Step = Method->getOverloadedOperator() == OO_Call ||
                (Method->getIdentifier() &&
                 (Method->getName() == "begin" || Method->getName() == "next"));
    if (Step && isAwaitable(Method->getReturnType()))
      return true;
  }
  return isAwaitable(Generator->getASTContext().getCanonicalTagType(Generator));
}

/// Both are made from one template, or are the same class.
static bool areOfOneKind(const CXXRecordDecl *A, const CXXRecordDecl *B) {
  const auto *First = dyn_cast_or_null<ClassTemplateSpecializationDecl>(A);
  const auto *Second = dyn_cast_or_null<ClassTemplateSpecializationDecl>(B);
  if (First && Second)
    return First->getSpecializedTemplate()->getCanonicalDecl() ==
           Second->getSpecializedTemplate()->getCanonicalDecl();
  return A == B;
}

/// `std::expected`, `std::optional` and their like, as what a coroutine
/// returns: co_await is a way out, and nothing is ever suspended.
static bool isResult(const CXXRecordDecl *Record) {
  std::string Name = Record->getName().lower();
  for (llvm::StringRef Word : {"optional", "expected", "outcome", "maybe"})
    if (llvm::StringRef(Name).contains(Word))
      return true;
  return Name == "result";
}

bool isFunctionInDisguise(const FunctionDecl *F) {
  const CoroutineBodyStmt *Body = coroutineBody(F);
  const CXXRecordDecl *Returned = Body ? recordOf(F->getReturnType()) : nullptr;
  const CXXRecordDecl *Promise =
      Returned ? recordOf(Body->getPromiseDecl()->getType()) : nullptr;
  if (!Promise)
    return false;
  if (isResult(Returned))
    return true;
  if (!hasMember(Promise, "yield_value") || isAwaitedForValues(Returned))
    return false;
  Awaits Own;
  Own.TraverseStmt(Body->getBody());
  return llvm::all_of(Own.Operands, [&](const Expr *Operand) {
    return areOfOneKind(recordOf(Operand->getType()), Returned);
  });
}

llvm::SmallVector<const FunctionDecl *, 4>
promiseHooks(const CoroutineBodyStmt *Body) {
  Calls Implicit;
  for (Stmt *Part : {Body->getInitSuspendStmt(), Body->getFinalSuspendStmt(),
                     Body->getExceptionHandler(),
                     static_cast<Stmt *>(Body->getReturnValueInit())})
    if (Part)
      Implicit.TraverseStmt(Part);
  return Implicit.Callees;
}

} // namespace heddle
