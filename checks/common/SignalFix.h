//===- SignalFix.h - the safe call in the place of an unsafe one ----------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_CHECKS_COMMON_SIGNALFIX_H
#define HEDDLE_CHECKS_COMMON_SIGNALFIX_H

#include "checks/common/AtomicFix.h"
#include "checks/common/LockFix.h"
#include "llvm/ADT/SmallPtrSet.h"

namespace heddle {

/// Fixes for what a signal handler or the child of a fork does.
class SignalFix {
public:
  using Hints = std::vector<clang::FixItHint>;
  SignalFix(const Facts &Known, clang::ASTContext &Context,
            clang::tidy::utils::IncludeInserter &Includes)
      : Known(Known), Context(Context), SM(Context.getSourceManager()),
        Lang(Context.getLangOpts()), Includes(Includes) {}

  Hints of(const ProcessFact &Fact) {
    switch (Fact.Kind) {
    case ProcessKind::UnsafeInHandler:
    case ProcessKind::UnsafeInChild:
      return safeCall(Fact.E);
    case ProcessKind::ForkWithThreads:
      return safeChild(Fact);
    case ProcessKind::SharedWithHandler:
      return safeVariable(Fact);
    default:
      return {};
    }
  }

private:
  /// The fork is right once nothing unsafe is left in the child.
  Hints safeChild(const ProcessFact &Fact) {
    Hints All;
    for (const AccessFact &Unsafe : Fact.Others) {
      Hints One = safeCall(Unsafe.E);
      if (One.empty())
        return {};
      All.insert(All.end(), One.begin(), One.end());
    }
    return All;
  }

  Hints safeCall(const clang::Expr *E) {
    const auto *Call = llvm::dyn_cast_or_null<clang::CallExpr>(E);
    const clang::FunctionDecl *Callee =
        Call ? Call->getDirectCallee() : nullptr;
    if (!Callee || Call->getBeginLoc().isMacroID() ||
        Call->getEndLoc().isMacroID())
      return {};
    std::string New;
    clang::SourceRange Old = Call->getSourceRange();
    if (const auto *Stream = llvm::dyn_cast<clang::CXXOperatorCallExpr>(Call)) {
      Stream = wholeChain(Stream);
      Old = Stream->getSourceRange();
      New = streamed(Stream);
    } else if (Callee->getIdentifier() && Callee->getName() == "exit") {
      Old = Call->getCallee()->getSourceRange();
      New = scope() + "_exit";
    } else if (Callee->getIdentifier() && isStatement(Call)) {
      New = printed(*Call, Callee->getName());
    }
    if (New.empty() || !Written.insert(Call).second)
      return {};
    Hints Fixes{clang::FixItHint::CreateReplacement(Old, New)};
    if (auto Include = Includes.createIncludeInsertion(
            SM.getFileID(Old.getBegin()), "<unistd.h>"))
      Fixes.push_back(*Include);
    return Fixes;
  }

  std::string scope() const { return Lang.CPlusPlus ? "::" : ""; }

  bool isStatement(const clang::Expr *E) const {
    auto Parents = Context.getParents(*E);
    return !Parents.empty() && (Parents[0].get<clang::CompoundStmt>() ||
                                Parents[0].get<clang::IfStmt>());
  }

  /// A literal of one token, as it is spelled.
  std::string spelled(const clang::Expr *E, const char *Behind = "") const {
    const auto *Literal =
        llvm::dyn_cast<clang::StringLiteral>(E->IgnoreParenImpCasts());
    if (!Literal || !Literal->isOrdinary() ||
        Literal->getNumConcatenated() != 1 ||
        Literal->getBeginLoc().isMacroID())
      return "";
    std::string Text =
        clang::Lexer::getSourceText(
            clang::CharSourceRange::getTokenRange(Literal->getSourceRange()),
            SM, Lang)
            .str();
    if (Text.size() < 2 || Text.front() != '"')
      return "";
    return Text.substr(0, Text.size() - 1) + Behind + "\"";
  }

  static size_t length(const clang::Expr *E) {
    return llvm::cast<clang::StringLiteral>(E->IgnoreParenImpCasts())
        ->getByteLength();
  }

  std::string written(llvm::StringRef Stream, const clang::Expr *Text,
                      bool Newline) const {
    std::string Literal = spelled(Text, Newline ? "\\n" : "");
    if (Literal.empty() || Stream.empty())
      return "";
    return scope() + "write(" + Stream.str() + ", " + Literal + ", " +
           std::to_string(length(Text) + Newline) + ")";
  }

  static llvm::StringRef descriptor(const clang::Expr *Stream) {
    const auto *Ref =
        llvm::dyn_cast<clang::DeclRefExpr>(Stream->IgnoreParenImpCasts());
    llvm::StringRef Name = Ref ? Ref->getDecl()->getName() : "";
    if (Name == "stdout" || Name == "cout")
      return "STDOUT_FILENO";
    return Name == "stderr" || Name == "cerr" ? "STDERR_FILENO" : "";
  }

  /// No conversion: what is printed is what is written.
  static bool isPlainFormat(const clang::Expr *Format) {
    const auto *Literal =
        llvm::dyn_cast<clang::StringLiteral>(Format->IgnoreParenImpCasts());
    return Literal && Literal->isOrdinary() &&
           !Literal->getString().contains('%');
  }

  std::string printed(const clang::CallExpr &Call, llvm::StringRef Name) const {
    unsigned Arity = Call.getNumArgs();
    if (Name == "puts" && Arity == 1)
      return written("STDOUT_FILENO", Call.getArg(0), true);
    if (Name == "printf" && Arity == 1 && isPlainFormat(Call.getArg(0)))
      return written("STDOUT_FILENO", Call.getArg(0), false);
    if (Name == "fputs" && Arity == 2)
      return written(descriptor(Call.getArg(1)), Call.getArg(0), false);
    if (Name == "fprintf" && Arity == 2 && isPlainFormat(Call.getArg(1)))
      return written(descriptor(Call.getArg(0)), Call.getArg(1), false);
    return "";
  }

  /// `std::cerr << "text" << std::endl`, from whichever operator.
  const clang::CXXOperatorCallExpr *
  wholeChain(const clang::CXXOperatorCallExpr *Call) const {
    while (true) {
      auto Parents = Context.getParents(*Call);
      const auto *Above = Parents.empty()
                              ? nullptr
                              : Parents[0].get<clang::CXXOperatorCallExpr>();
      if (!Above)
        return Call;
      Call = Above;
    }
  }

  std::string streamed(const clang::CXXOperatorCallExpr *Call) const {
    if (Call->getOperator() != clang::OO_LessLess || Call->getNumArgs() != 2 ||
        !isStatement(Call))
      return "";
    bool Newline = false;
    const auto *Last = llvm::dyn_cast<clang::DeclRefExpr>(
        Call->getArg(1)->IgnoreParenImpCasts());
    if (Last && Last->getDecl()->getName() == "endl") {
      Newline = true;
      Call = llvm::dyn_cast<clang::CXXOperatorCallExpr>(
          Call->getArg(0)->IgnoreParenImpCasts());
      if (!Call || Call->getNumArgs() != 2)
        return "";
    }
    return written(descriptor(Call->getArg(0)), Call->getArg(1), Newline);
  }

  /// A flag: it only gets constants, and is tested.
  bool isFlag(const clang::VarDecl *Var) const {
    for (const clang::DeclRefExpr *Use : Known.usesOf(Var)) {
      if (!allowsAtomic(Use, Var, Context))
        return false;
      auto Parents = Context.getParents(*Use);
      if (Parents[0].get<clang::UnaryOperator>())
        return false;
      if (const auto *Op = Parents[0].get<clang::BinaryOperator>())
        if (Op->isAssignmentOp() &&
            (Op->isCompoundAssignmentOp() ||
             !Op->getRHS()->isIntegerConstantExpr(Context)))
          return false;
    }
    return true;
  }

  Hints safeVariable(const ProcessFact &Fact) {
    const clang::VarDecl *Var = Fact.Variable;
    if (!Var || !isPlainDefinition(Var, Context) || !isFlag(Var) ||
        Context.getTypeSize(Var->getType()) >
            Context.getTypeSize(Context.IntTy) ||
        !Written.insert(Var).second)
      return {};
    // A handler in a program with threads needs what threads need.
    if (!Fact.Threads.empty())
      return makeAtomic(Var, Known, Context, Includes);
    clang::SourceRange Type =
        Var->getTypeSourceInfo()->getTypeLoc().getSourceRange();
    Hints Fixes{clang::FixItHint::CreateReplacement(
        Type, Lang.CPlusPlus ? "volatile std::sig_atomic_t"
                             : "volatile sig_atomic_t")};
    if (auto Include = Includes.createIncludeInsertion(
            SM.getFileID(Var->getLocation()),
            Lang.CPlusPlus ? "<csignal>" : "<signal.h>"))
      Fixes.push_back(*Include);
    return Fixes;
  }

  const Facts &Known;
  clang::ASTContext &Context;
  const clang::SourceManager &SM;
  const clang::LangOptions &Lang;
  clang::tidy::utils::IncludeInserter &Includes;
  llvm::SmallPtrSet<const void *, 8> Written;
};

} // namespace heddle

#endif
