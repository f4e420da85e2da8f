//===- TranslationUnitCheck.h - a check that asks once per file -----------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_CHECKS_COMMON_TRANSLATIONUNITCHECK_H
#define HEDDLE_CHECKS_COMMON_TRANSLATIONUNITCHECK_H

#include "analysis/Facts.h"
#include "clang-tidy/ClangTidyCheck.h"
#include "clang-tidy/utils/OptionsUtils.h"
#include "clang/ASTMatchers/ASTMatchFinder.h"
#include "clang/ASTMatchers/ASTMatchers.h"

namespace heddle {

/// Calls report once for each translation unit that defines a function.
/// clangd matches single declarations only, so the unit itself is no anchor.
class TranslationUnitCheck : public clang::tidy::ClangTidyCheck {
public:
  TranslationUnitCheck(llvm::StringRef Name,
                       clang::tidy::ClangTidyContext *Context)
      : ClangTidyCheck(Name, Context), Tidy(Context) {}

  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) final {
    using namespace clang::ast_matchers;
    Finder->addMatcher(functionDecl(isDefinition()).bind("any"), this);
  }
  void check(const clang::ast_matchers::MatchFinder::MatchResult &Match) final {
    if (Reported)
      return;
    Reported = true;
    report(Facts::of(*Match.Context, settings()), *Match.Context);
  }
  void onStartOfTranslationUnit() override { Reported = false; }

protected:
  virtual void report(const Facts &Known, clang::ASTContext &Context) = 0;

  /// `main thread`, `thread 'worker'`: a thread in a message.
  static std::string nameOf(const ThreadFact &Thread) {
    if (Thread.IsMain)
      return "the main thread";
    if (!Thread.Entry)
      return "any thread";
    std::string Name = Thread.Entry->getNameAsString();
    if (llvm::StringRef(Name).starts_with("operator"))
      return Thread.Many ? "several threads" : "another thread";
    return (Thread.Many ? "threads of '" : "thread '") + Name + "'";
  }

  /// The calls from a thread's entry down to the place, as notes.
  void noteCalls(llvm::ArrayRef<CallFact> Calls) {
    for (const CallFact &Call : Calls)
      if (Call.Callee && Call.Where.isValid())
        diag(Call.Where, "reached through this call of %0",
             clang::DiagnosticIDs::Note)
            << Call.Callee;
  }

private:
  /// The analysis runs once for all checks, so each brings what is meant for
  /// any of them.
  Settings settings() const {
    OptionsView Blocking("heddle-blocking-in-coroutine",
                         Tidy->getOptions().CheckOptions, Tidy);
    Settings Wanted;
    for (llvm::StringRef Name : clang::tidy::utils::options::parseStringList(
             Blocking.getLocalOrGlobal("BlockingFunctions", "")))
      Wanted.BlockingFunctions.push_back(Name.str());
    return Wanted;
  }

  clang::tidy::ClangTidyContext *Tidy;
  bool Reported = false;
};

} // namespace heddle

#endif
