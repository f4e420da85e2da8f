//===- ScopedLockFix.h - two guards become one ----------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_CHECKS_COMMON_SCOPEDLOCKFIX_H
#define HEDDLE_CHECKS_COMMON_SCOPEDLOCKFIX_H

#include "analysis/Facts.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"
#include <vector>

namespace heddle {

/// The single lock_guard or scoped_lock that a statement declares, with the
/// one lock it takes.
struct GuardDeclaration {
  const clang::DeclStmt *Statement = nullptr;
  const clang::VarDecl *Guard = nullptr;
  const clang::Expr *Lock = nullptr;
};

inline GuardDeclaration guardIn(const clang::Stmt *S) {
  const auto *Statement = llvm::dyn_cast_or_null<clang::DeclStmt>(S);
  if (!Statement || !Statement->isSingleDecl())
    return {};
  const auto *Var = llvm::dyn_cast<clang::VarDecl>(Statement->getSingleDecl());
  const auto *Record = Var ? Var->getType()->getAsCXXRecordDecl() : nullptr;
  if (!Record || !Record->isInStdNamespace() || !Var->getInit() ||
      (Record->getName() != "lock_guard" && Record->getName() != "scoped_lock"))
    return {};
  const auto *Made =
      llvm::dyn_cast<clang::CXXConstructExpr>(Var->getInit()->IgnoreImplicit());
  if (!Made || Made->getNumArgs() != 1)
    return {};
  return {Statement, Var, Made->getArg(0)};
}

inline const clang::Stmt *next(const clang::Stmt *Statement,
                               const clang::CompoundStmt *Block) {
  auto It = llvm::find(Block->body(), Statement);
  return It == Block->body_end() || ++It == Block->body_end() ? nullptr : *It;
}

/// Takes both locks of an edge with one std::scoped_lock, which avoids
/// deadlock ([thread.lock.scoped]), when their guards are declared one after
/// the other in one block.
inline std::vector<clang::FixItHint> lockTogether(const LockEdgeFact &Edge,
                                                  clang::ASTContext &Context) {
  const clang::LangOptions &Lang = Context.getLangOpts();
  if (!Lang.CPlusPlus17 || !Edge.E)
    return {};
  const clang::VarDecl *Var = nullptr;
  auto Parents = Context.getParents(*Edge.E);
  while (!Parents.empty() && !Var) {
    Var = Parents[0].get<clang::VarDecl>();
    Parents = Context.getParents(Parents[0]);
  }
  if (!Var || Parents.empty())
    return {};
  const auto *Statement = Parents[0].get<clang::DeclStmt>();
  auto Above = Statement ? Context.getParents(*Statement) : Parents;
  const auto *Block =
      Above.empty() ? nullptr : Above[0].get<clang::CompoundStmt>();
  if (!Statement || !Block)
    return {};
  const clang::Stmt *Previous = nullptr, *Before = nullptr;
  for (const clang::Stmt *S : Block->body()) {
    if (S == Statement)
      break;
    Before = Previous;
    Previous = S;
  }
  // A third guard would keep an order of its own.
  if (guardIn(Before).Guard || guardIn(next(Statement, Block)).Guard)
    return {};
  GuardDeclaration First = guardIn(Previous), Second = guardIn(Statement);
  if (!First.Guard || !Second.Guard ||
      First.Guard->getLocation() != Edge.Held.Where ||
      First.Statement->getBeginLoc().isMacroID() ||
      Second.Statement->getBeginLoc().isMacroID())
    return {};
  const clang::SourceManager &SM = Context.getSourceManager();
  auto Text = [&](const clang::Expr *E) {
    return clang::Lexer::getSourceText(
               clang::CharSourceRange::getTokenRange(E->getSourceRange()), SM,
               Lang)
        .str();
  };
  std::string Both = "std::scoped_lock " + First.Guard->getNameAsString() +
                     "(" + Text(First.Lock) + ", " + Text(Second.Lock) + ");";
  return {clang::FixItHint::CreateReplacement(First.Statement->getSourceRange(),
                                              Both),
          clang::FixItHint::CreateRemoval(clang::CharSourceRange::getTokenRange(
              First.Statement->getEndLoc().getLocWithOffset(1),
              Second.Statement->getEndLoc()))};
}

} // namespace heddle

#endif
