//===- LockFix.h - taking the lock that the others take -------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_CHECKS_COMMON_LOCKFIX_H
#define HEDDLE_CHECKS_COMMON_LOCKFIX_H

#include "analysis/Facts.h"
#include "clang-tidy/utils/IncludeInserter.h"
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
    if (const auto *Block = Parents[0].get<clang::CompoundStmt>()) {
      // The last statement of ({ ... }) is its value.
      auto Above = Context.getParents(*Block);
      bool Value = !Above.empty() && Above[0].get<clang::StmtExpr>();
      return Value ? nullptr : Whole;
    }
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
  std::string Name = Lock->getNameAsString();
  for (const clang::DeclContext *Scope = Lock->getDeclContext();
       !Scope->isTranslationUnit(); Scope = Scope->getParent())
    if (const auto *Space = llvm::dyn_cast<clang::NamespaceDecl>(Scope))
      if (!Space->isAnonymousNamespace() && !Space->isInline())
        Name = Space->getNameAsString() + "::" + Name;
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

/// The lock's name means the lock at the access: it is declared in a
/// namespace, and nothing in the function has its name.
inline bool canName(const clang::VarDecl *Lock, const RaceFact &Race,
                    clang::ASTContext &Context) {
  if (!Lock->getDeclContext()->isFileContext() || !Race.Access.In ||
      Lock->isInAnonymousNamespace())
    return false;
  const clang::SourceManager &SM = Context.getSourceManager();
  if (!SM.isBeforeInTranslationUnit(Lock->getLocation(), Race.Access.Where))
    return false;
  for (const clang::Decl *D : Race.Access.In->decls()) {
    const auto *Named = llvm::dyn_cast<clang::NamedDecl>(D);
    if (Named &&
        (Named->getName() == Lock->getName() || Named->getName() == "Guard"))
      return false;
  }
  return Race.Variable->getName() != "Guard";
}

/// Holds the guard during the statement of the unlocked access. Only where
/// the lock can be named and the statement calls nothing.
inline std::vector<clang::FixItHint>
lockStatement(const RaceFact &Race, clang::ASTContext &Context,
              clang::tidy::utils::IncludeInserter &Includes) {
  const auto *Lock = llvm::dyn_cast_or_null<clang::VarDecl>(Race.Guard.Decl);
  const clang::SourceManager &SM = Context.getSourceManager();
  if (!Lock || !Race.Guard.IsVariable || !Race.Access.E ||
      !Race.Access.Locks.empty() || Race.AlsoGuarded ||
      !canName(Lock, Race, Context))
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
  std::vector<clang::FixItHint> Fixes{
      clang::FixItHint::CreateInsertion(Statement->getBeginLoc(), Before),
      clang::FixItHint::CreateInsertion(End, After)};
  if (Before.find("std::") != std::string::npos)
    if (auto Include = Includes.createIncludeInsertion(
            SM.getFileID(Statement->getBeginLoc()), "<mutex>"))
      Fixes.push_back(*Include);
  return Fixes;
}

} // namespace heddle

#endif
