//===- LockFix.h - taking the lock that the others take -------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_CHECKS_COMMON_LOCKFIX_H
#define HEDDLE_CHECKS_COMMON_LOCKFIX_H

#include "analysis/Facts.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/Basic/Diagnostic.h"
#include "clang/Lex/Lexer.h"
#include <vector>

namespace heddle {

/// The statement in a block that an expression belongs to; null when it is
/// not a whole expression statement.
inline const clang::Expr *statementOf(const clang::Expr *E,
                                      clang::ASTContext &Context) {
  const clang::Expr *Whole = E;
  while (Whole) {
    auto Parents = Context.getParents(*Whole);
    if (Parents.empty())
      return nullptr;
    if (Parents[0].get<clang::CompoundStmt>())
      return Whole;
    Whole = Parents[0].get<clang::Expr>();
  }
  return nullptr;
}

/// True when the statement may run other code: a lock around that could
/// deadlock.
inline bool callsSomething(const clang::Stmt *S) {
  if (llvm::isa<clang::CallExpr, clang::CXXConstructExpr, clang::LambdaExpr>(S))
    return true;
  for (const clang::Stmt *Child : S->children())
    if (Child && callsSomething(Child))
      return true;
  return false;
}

/// What to write before and after a statement to hold the lock during it.
inline std::pair<std::string, std::string>
lockingCode(const clang::VarDecl *Lock, const clang::LangOptions &Lang) {
  clang::QualType Type = Lock->getType();
  std::string Name = Lock->getQualifiedNameAsString();
  std::string TypeName = Type.getUnqualifiedType().getAsString();
  llvm::StringRef Spelled = TypeName;
  if (Spelled.ends_with("pthread_mutex_t"))
    return {"pthread_mutex_lock(&" + Name + "); ",
            " pthread_mutex_unlock(&" + Name + ");"};
  if (Spelled.ends_with("mtx_t"))
    return {"mtx_lock(&" + Name + "); ", " mtx_unlock(&" + Name + ");"};
  const auto *Record = Type->getAsCXXRecordDecl();
  if (!Record || !Record->isInStdNamespace() ||
      !Record->getName().ends_with("mutex"))
    return {};
  std::string Guard =
      Lang.CPlusPlus17
          ? "std::scoped_lock"
          : "std::lock_guard<std::" + Record->getNameAsString() + ">";
  return {"{ " + Guard + " Guard(" + Name + "); ", " }"};
}

/// Holds the guard during the statement of the unlocked access. Only where
/// the lock can be named and the statement calls nothing.
inline std::vector<clang::FixItHint> lockStatement(const RaceFact &Race,
                                                   clang::ASTContext &Context) {
  const auto *Lock =
      llvm::dyn_cast_or_null<clang::VarDecl>(Race.Guard.Decl);
  const clang::SourceManager &SM = Context.getSourceManager();
  if (!Lock || !Race.Guard.IsVariable || !Race.Access.E ||
      !Race.Access.Locks.empty() ||
      !SM.isBeforeInTranslationUnit(Lock->getLocation(), Race.Access.Where))
    return {};
  const clang::Expr *Statement = statementOf(Race.Access.E, Context);
  if (!Statement || Statement->getBeginLoc().isMacroID() ||
      Statement->getEndLoc().isMacroID() || callsSomething(Statement))
    return {};
  auto [Before, After] = lockingCode(Lock, Context.getLangOpts());
  clang::SourceLocation End = clang::Lexer::findLocationAfterToken(
      Statement->getEndLoc(), clang::tok::semi, SM, Context.getLangOpts(),
      /*SkipTrailingWhitespaceAndNewLine=*/false);
  if (Before.empty() || End.isInvalid())
    return {};
  return {clang::FixItHint::CreateInsertion(Statement->getBeginLoc(), Before),
          clang::FixItHint::CreateInsertion(End, After)};
}

} // namespace heddle

#endif
