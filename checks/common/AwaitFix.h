//===- AwaitFix.h - a sleep that suspends the coroutine only --------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each framework of coroutines has its own awaitable sleep. Which one is in
// use is told by what the coroutine returns.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_CHECKS_COMMON_AWAITFIX_H
#define HEDDLE_CHECKS_COMMON_AWAITFIX_H

#include "analysis/Facts.h"
#include "clang-tidy/utils/IncludeInserter.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/AST/ParentMapContext.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Lex/Lexer.h"
#include "llvm/ADT/StringSwitch.h"

namespace heddle {

/// How the coroutines of one framework sleep. `{}` stands for the time, `{s}`
/// for a scheduler that the coroutine has as a parameter.
struct SleepRow {
  llvm::StringRef Returns;
  llvm::StringRef Expression;
  llvm::StringRef Needs;  ///< what the expression names
  llvm::StringRef Header; ///< where that is declared
  /// The time is rounded to this many parts of a second.
  int64_t Parts = 1000000000;
  llvm::StringRef Scheduler = "";
};

inline constexpr SleepRow SleepRows[] = {
    {"asio::awaitable",
     "asio::steady_timer(co_await asio::this_coro::executor, {})"
     ".async_wait(asio::use_awaitable)",
     "asio::steady_timer", "<asio/steady_timer.hpp>"},
    {"boost::asio::awaitable",
     "boost::asio::steady_timer(co_await boost::asio::this_coro::executor, {})"
     ".async_wait(boost::asio::use_awaitable)",
     "boost::asio::steady_timer", "<boost/asio/steady_timer.hpp>"},
    {"folly::coro::Task", "folly::coro::sleep({})", "folly::coro::sleep",
     "<folly/coro/Sleep.h>", 1000000},
    {"seastar::future", "seastar::sleep({})", "seastar::sleep",
     "<seastar/core/sleep.hh>"},
    {"QCoro::Task", "QCoro::sleepFor({})", "QCoro::sleepFor",
     "<qcoro/qcorotimer.h>"},
    {"heddle::rt::aio::task", "heddle::rt::aio::sleep({})",
     "heddle::rt::aio::sleep", "<heddle/rt/aio/sleep.h>"},
    {"coro::task", "{s}yield_for({})", "coro::io_scheduler", "", 1000,
     "coro::io_scheduler"},
    {"cppcoro::task", "{s}schedule_after({})", "cppcoro::io_service", "",
     1000000000, "cppcoro::io_service"},
};

/// The awaitable sleep that can take the place of a blocking one.
struct AwaitedSleep {
  std::string Expression; ///< without co_await; empty when none is known
  llvm::StringRef Header; ///< to be included first, if not empty
};

/// The declaration of a qualified name, if the file has it.
inline const clang::NamedDecl *declared(llvm::StringRef Name,
                                        clang::ASTContext &Context) {
  const clang::DeclContext *Scope = Context.getTranslationUnitDecl();
  while (true) {
    auto [First, Rest] = Name.split("::");
    auto Found = Scope->lookup(&Context.Idents.get(First));
    if (Rest.empty())
      return Found.empty() ? nullptr : *Found.begin();
    const clang::DeclContext *Inner = nullptr;
    for (const clang::NamedDecl *D : Found)
      if (const auto *Space = llvm::dyn_cast<clang::NamespaceDecl>(D))
        Inner = Space;
    if (!Inner)
      return nullptr;
    Scope = Inner;
    Name = Rest;
  }
}

/// The qualified name without template arguments and inline namespaces.
inline std::string qualifiedName(const clang::NamedDecl *D) {
  std::string Name = D->getNameAsString();
  for (const clang::DeclContext *DC = D->getDeclContext(); DC;
       DC = DC->getParent())
    if (const auto *Space = llvm::dyn_cast<clang::NamespaceDecl>(DC))
      if (!Space->isInline() && !Space->isAnonymousNamespace())
        Name = Space->getNameAsString() + "::" + Name;
  return Name;
}

/// A std::chrono::duration of whole numbers that fit into this many parts of
/// a second without rounding.
inline bool countsIn(int64_t Parts, clang::QualType Type) {
  auto *Duration =
      llvm::dyn_cast_or_null<clang::ClassTemplateSpecializationDecl>(
          Type.getNonReferenceType()->getAsCXXRecordDecl());
  if (!Duration || qualifiedName(Duration) != "std::chrono::duration")
    return false;
  const clang::TemplateArgumentList &Args = Duration->getTemplateArgs();
  auto *Ratio = llvm::dyn_cast_or_null<clang::ClassTemplateSpecializationDecl>(
      Args[1].getAsType()->getAsCXXRecordDecl());
  if (!Args[0].getAsType()->isIntegerType() || !Ratio)
    return false;
  int64_t Den = Ratio->getTemplateArgs()[1].getAsIntegral().getExtValue();
  return Den > 0 && Parts % Den == 0;
}

/// The time of a blocking sleep, as a std::chrono::duration; empty when it is
/// written in another way.
inline std::string timeOf(const BlockingFact &Fact, int64_t Parts,
                          clang::ASTContext &Context) {
  const auto *Call = llvm::dyn_cast_or_null<clang::CallExpr>(Fact.E);
  if (!Call || Call->getNumArgs() != 1 || Call->getBeginLoc().isMacroID())
    return "";
  const clang::Expr *Arg = Call->getArg(0);
  std::string Text =
      clang::Lexer::getSourceText(
          clang::CharSourceRange::getTokenRange(Arg->getSourceRange()),
          Context.getSourceManager(), Context.getLangOpts())
          .str();
  auto [Unit, PerSecond] =
      llvm::StringSwitch<std::pair<llvm::StringRef, int64_t>>(Fact.Name)
          .Case("sleep", {"seconds", 1})
          .Case("uv_sleep", {"milliseconds", 1000})
          .Cases({"usleep", "g_usleep"}, {"microseconds", 1000000})
          .Default({"", 0});
  if (!Unit.empty())
    return Parts % PerSecond == 0
               ? "std::chrono::" + Unit.str() + "(" + Text + ")"
               : "";
  bool Same = Fact.Name == "std::this_thread::sleep_for" ||
              Fact.Name == "heddle::rt::sleep_for";
  return Same && countsIn(Parts, Arg->IgnoreImplicit()->getType()) ? Text : "";
}

/// The coroutine's parameter that is, or points to, a scheduler, with the
/// operator to reach into it.
inline std::string schedulerOf(const clang::FunctionDecl *Coroutine,
                               llvm::StringRef Class) {
  for (const clang::ParmVarDecl *Param : Coroutine->parameters()) {
    clang::QualType Type = Param->getType().getNonReferenceType();
    bool Pointer = Type->isPointerType();
    if (Pointer)
      Type = Type->getPointeeType();
    const clang::CXXRecordDecl *Record = Type->getAsCXXRecordDecl();
    const auto *Smart =
        llvm::dyn_cast_or_null<clang::ClassTemplateSpecializationDecl>(Record);
    if (Smart && Smart->isInStdNamespace() &&
        Smart->getName().ends_with("_ptr")) {
      Record = Smart->getTemplateArgs()[0].getAsType()->getAsCXXRecordDecl();
      Pointer = true;
    }
    if (Record && Param->getIdentifier() && qualifiedName(Record) == Class)
      return Param->getNameAsString() + (Pointer ? "->" : ".");
  }
  return "";
}

/// What the coroutine could await in place of the sleep.
inline AwaitedSleep awaitedSleep(const BlockingFact &Fact,
                                 clang::ASTContext &Context) {
  const clang::FunctionDecl *Coroutine = Fact.Code.Function;
  const clang::CXXRecordDecl *Returned =
      Coroutine->getReturnType()->getAsCXXRecordDecl();
  if (Fact.Kind != Blocking::Sleep || !Fact.Code.Coroutine || !Returned ||
      !Fact.Calls.empty() || Fact.HoldsLock)
    return {};
  for (const SleepRow &Row : SleepRows) {
    std::string Time;
    if (qualifiedName(Returned) == Row.Returns)
      Time = timeOf(Fact, Row.Parts, Context);
    if (Time.empty())
      continue;
    bool There = declared(Row.Needs, Context);
    std::string Text = Row.Expression.str();
    if (!Row.Scheduler.empty()) {
      std::string Scheduler = schedulerOf(Coroutine, Row.Scheduler);
      if (Scheduler.empty())
        return {};
      Text.replace(Text.find("{s}"), 3, Scheduler);
    }
    Text.replace(Text.find("{}"), 2, Time);
    return {Text, There ? llvm::StringRef() : Row.Header};
  }
  return {};
}

/// No co_await may stand in a handler of exceptions.
inline bool isInHandler(const clang::Expr *E, clang::ASTContext &Context) {
  auto Parents = Context.getParents(*E);
  while (!Parents.empty()) {
    if (Parents[0].get<clang::CXXCatchStmt>())
      return true;
    if (Parents[0].get<clang::FunctionDecl>() ||
        Parents[0].get<clang::LambdaExpr>())
      return false;
    Parents = Context.getParents(Parents[0]);
  }
  return false;
}

/// The expression is a statement of its own.
inline bool isStatement(const clang::Expr *E, clang::ASTContext &Context) {
  auto Parents = Context.getParents(*E);
  const clang::Stmt *Whole = E;
  if (!Parents.empty() && Parents[0].get<clang::ExprWithCleanups>()) {
    Whole = Parents[0].get<clang::Stmt>();
    Parents = Context.getParents(*Whole);
  }
  const auto *Parent =
      Parents.empty() ? nullptr : Parents[0].get<clang::Stmt>();
  if (!Parent || llvm::isa<clang::Expr>(Parent))
    return false;
  if (const auto *If = llvm::dyn_cast<clang::IfStmt>(Parent))
    return If->getThen() == Whole || If->getElse() == Whole;
  if (const auto *For = llvm::dyn_cast<clang::ForStmt>(Parent))
    return For->getBody() == Whole;
  if (const auto *Range = llvm::dyn_cast<clang::CXXForRangeStmt>(Parent))
    return Range->getBody() == Whole;
  return llvm::isa<clang::CompoundStmt, clang::WhileStmt, clang::DoStmt,
                   clang::SwitchCase, clang::LabelStmt>(Parent);
}

/// Awaits instead of sleeping. Only for a statement of its own in the
/// coroutine itself, where no lock is held.
inline std::vector<clang::FixItHint>
applied(const AwaitedSleep &Sleep, const BlockingFact &Fact,
        clang::ASTContext &Context,
        clang::tidy::utils::IncludeInserter &Includes) {
  if (Sleep.Expression.empty() || Fact.E->getBeginLoc().isMacroID() ||
      Fact.E->getEndLoc().isMacroID() || isInHandler(Fact.E, Context) ||
      !isStatement(Fact.E, Context))
    return {};
  std::vector<clang::FixItHint> Fixes{clang::FixItHint::CreateReplacement(
      Fact.E->getSourceRange(), "co_await " + Sleep.Expression)};
  const clang::SourceManager &SM = Context.getSourceManager();
  if (!Sleep.Header.empty())
    if (auto Include = Includes.createIncludeInsertion(
            SM.getFileID(Fact.E->getBeginLoc()), Sleep.Header))
      Fixes.push_back(*Include);
  return Fixes;
}

} // namespace heddle

#endif
