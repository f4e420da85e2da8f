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

/// A use that means the same for an atomic, in one step: a read, a store of
/// something else, or an operator that std::atomic has.
inline bool allowsAtomic(const clang::DeclRefExpr *Use,
                         const clang::VarDecl *Var,
                         clang::ASTContext &Context) {
  auto Parents = Context.getParents(*Use);
  if (Parents.size() != 1 || Use->getBeginLoc().isMacroID())
    return false;
  if (const auto *Op = Parents[0].get<clang::UnaryOperator>())
    return Op->isIncrementDecrementOp();
  if (const auto *Op = Parents[0].get<clang::BinaryOperator>()) {
    if (Op->getLHS() != Use || mentions(Op->getRHS(), Var))
      return false;
    switch (Op->getOpcode()) {
    case clang::BO_Assign:
    case clang::BO_AddAssign:
    case clang::BO_SubAssign:
    case clang::BO_AndAssign:
    case clang::BO_OrAssign:
    case clang::BO_XorAssign:
      return true;
    default:
      return false;
    }
  }
  const auto *Cast = Parents[0].get<clang::ImplicitCastExpr>();
  if (!Cast || Cast->getCastKind() != clang::CK_LValueToRValue)
    return false;
  // A class does not go through `...`, nor through a deduced type.
  auto Above = Context.getParents(*Cast);
  if (Above.empty())
    return false;
  bool Cpp = Context.getLangOpts().CPlusPlus;
  return !Cpp || (!Above[0].get<clang::CallExpr>() &&
                  !Above[0].get<clang::VarDecl>() &&
                  !Above[0].get<clang::ReturnStmt>());
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
  auto Next = clang::Lexer::findNextToken(Var->getEndLoc(), SM,
                                          Context.getLangOpts());
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
      clang::Lexer::getSourceText(
          clang::CharSourceRange::getTokenRange(Type), SM, Lang)
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
