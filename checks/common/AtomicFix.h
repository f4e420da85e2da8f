//===- AtomicFix.h - turning a variable into an atomic --------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_CHECKS_COMMON_ATOMICFIX_H
#define HEDDLE_CHECKS_COMMON_ATOMICFIX_H

#include "analysis/Facts.h"
#include "clang-tidy/utils/IncludeInserter.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/Lex/Lexer.h"
#include <vector>

namespace heddle {

inline bool mentions(const clang::Stmt *S, const clang::VarDecl *Var) {
  if (const auto *Ref = llvm::dyn_cast<clang::DeclRefExpr>(S))
    return Ref->getDecl()->getCanonicalDecl() == Var->getCanonicalDecl();
  for (const clang::Stmt *Child : S->children())
    if (Child && mentions(Child, Var))
      return true;
  return false;
}

/// The value of the expression is not used: it is a statement, or the step
/// of a loop.
inline bool isDiscarded(const clang::Expr *E, clang::ASTContext &Context) {
  auto Parents = Context.getParents(*E);
  if (Parents.empty())
    return false;
  if (const auto *For = Parents[0].get<clang::ForStmt>())
    return For->getInc() == E || For->getBody() == E;
  return Parents[0].get<clang::CompoundStmt>() ||
         Parents[0].get<clang::IfStmt>() ||
         Parents[0].get<clang::WhileStmt>() || Parents[0].get<clang::DoStmt>();
}

/// A store or an operator that std::atomic has, as a statement of its own.
inline bool isAtomicWrite(const clang::BinaryOperator *Op,
                          const clang::DeclRefExpr *Use,
                          const clang::VarDecl *Var,
                          clang::ASTContext &Context) {
  const clang::Expr *Source = Op->getRHS()->IgnoreParenImpCasts();
  // Two atomics cannot be assigned to each other.
  if (Op->getLHS() != Use || mentions(Op->getRHS(), Var) ||
      llvm::isa<clang::DeclRefExpr>(Source) || !isDiscarded(Op, Context))
    return false;
  switch (Op->getOpcode()) {
  case clang::BO_Assign:
    return true;
  case clang::BO_AddAssign:
  case clang::BO_SubAssign:
  case clang::BO_AndAssign:
  case clang::BO_OrAssign:
  case clang::BO_XorAssign:
    return !Var->getType()->isBooleanType();
  default:
    return false;
  }
}

/// A read whose value goes where an atomic goes as well: into an operator or
/// a condition, not through `...`, a deduced type or a conditional.
inline bool isAtomicRead(const clang::ImplicitCastExpr *Cast,
                         clang::ASTContext &Context) {
  if (Cast->getCastKind() != clang::CK_LValueToRValue)
    return false;
  if (!Context.getLangOpts().CPlusPlus)
    return true;
  const clang::Expr *E = Cast;
  while (true) {
    auto Parents = Context.getParents(*E);
    if (Parents.empty())
      return false;
    if (const auto *Outer = Parents[0].get<clang::ImplicitCastExpr>()) {
      E = Outer;
      continue;
    }
    if (const auto *Op = Parents[0].get<clang::BinaryOperator>())
      return Op->getOpcode() != clang::BO_Comma &&
             !(Op->isAssignmentOp() && Op->getRHS() == E);
    return Parents[0].get<clang::UnaryOperator>() ||
           Parents[0].get<clang::IfStmt>() ||
           Parents[0].get<clang::WhileStmt>() ||
           Parents[0].get<clang::ForStmt>();
  }
}

/// A use that means the same for an atomic, in one step.
inline bool allowsAtomic(const clang::DeclRefExpr *Use,
                         const clang::VarDecl *Var,
                         clang::ASTContext &Context) {
  auto Parents = Context.getParents(*Use);
  if (Parents.size() != 1 || Use->getBeginLoc().isMacroID())
    return false;
  if (const auto *Op = Parents[0].get<clang::UnaryOperator>())
    return Op->isIncrementDecrementOp() && isDiscarded(Op, Context) &&
           !Var->getType()->isBooleanType();
  if (const auto *Op = Parents[0].get<clang::BinaryOperator>())
    return isAtomicWrite(Op, Use, Var, Context);
  const auto *Cast = Parents[0].get<clang::ImplicitCastExpr>();
  return Cast && isAtomicRead(Cast, Context);
}

/// `int n = 0;` alone in its declaration, defined in this file and not
/// visible to others.
inline bool isPlainDefinition(const clang::VarDecl *Var,
                              clang::ASTContext &Context) {
  clang::QualType Type = Var->getType();
  const clang::SourceManager &SM = Context.getSourceManager();
  bool Simple = (Type->isIntegerType() || Type->isBooleanType()) &&
                !Type.hasQualifiers() && !Type->isEnumeralType();
  if (!Simple || Var->isExternallyVisible() || Var->hasAttrs() ||
      !SM.isWrittenInMainFile(Var->getBeginLoc()) ||
      Var->getBeginLoc().isMacroID() || Var->getPreviousDecl())
    return false;
  auto Next =
      clang::Lexer::findNextToken(Var->getEndLoc(), SM, Context.getLangOpts());
  clang::TypeLoc Written = Var->getTypeSourceInfo()->getTypeLoc();
  auto AfterType = clang::Lexer::findNextToken(Written.getEndLoc(), SM,
                                               Context.getLangOpts());
  return Next && Next->is(clang::tok::semi) && AfterType &&
         AfterType->getLocation() == Var->getLocation();
}

/// Makes the variable atomic; empty when some use would change its meaning.
inline std::vector<clang::FixItHint>
makeAtomic(const clang::VarDecl *Var, const Facts &Known,
           clang::ASTContext &Context,
           clang::tidy::utils::IncludeInserter &Includes) {
  const clang::LangOptions &Lang = Context.getLangOpts();
  bool Cpp = Lang.CPlusPlus;
  if (Cpp ? !Lang.CPlusPlus17 : !Lang.C11)
    return {};
  if (!isPlainDefinition(Var, Context))
    return {};
  for (const clang::DeclRefExpr *Use : Known.usesOf(Var))
    if (!allowsAtomic(Use, Var, Context))
      return {};
  clang::SourceRange Type =
      Var->getTypeSourceInfo()->getTypeLoc().getSourceRange();
  const clang::SourceManager &SM = Context.getSourceManager();
  std::string Spelled =
      clang::Lexer::getSourceText(clang::CharSourceRange::getTokenRange(Type),
                                  SM, Lang)
          .str();
  std::vector<clang::FixItHint> Fixes;
  Fixes.push_back(clang::FixItHint::CreateReplacement(
      Type, Cpp ? "std::atomic<" + Spelled + ">" : "_Atomic " + Spelled));
  if (Cpp)
    if (auto Include = Includes.createIncludeInsertion(
            SM.getFileID(Var->getLocation()), "<atomic>"))
      Fixes.push_back(*Include);
  return Fixes;
}

} // namespace heddle

#endif
