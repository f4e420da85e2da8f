//===- blocking-in-coroutine.cpp ------------------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/blocking-in-coroutine.h"
#include "checks/common/AwaitFix.h"

using namespace clang;

namespace heddle {

/// Short waits for a lock and single files are no fault in most programs.
static constexpr llvm::StringLiteral DefaultKinds =
    "sleep;wait;join;input;lock;disk";

BlockingInCoroutineCheck::BlockingInCoroutineCheck(
    llvm::StringRef Name, tidy::ClangTidyContext *Context)
    : TranslationUnitCheck(Name, Context),
      Kinds(Options.get("Kinds", DefaultKinds).str()),
      BlockingFunctions(
          Options.getLocalOrGlobal("BlockingFunctions", "").str()),
      Includes(Options.getLocalOrGlobal("IncludeStyle",
                                        tidy::utils::IncludeSorter::IS_LLVM),
               areDiagsSelfContained()) {}

void BlockingInCoroutineCheck::registerPPCallbacks(const SourceManager &,
                                                   Preprocessor *PP,
                                                   Preprocessor *) {
  Includes.registerPreprocessor(PP);
}

void BlockingInCoroutineCheck::storeOptions(
    tidy::ClangTidyOptions::OptionMap &Opts) {
  Options.store(Opts, "Kinds", Kinds);
  Options.store(Opts, "BlockingFunctions", BlockingFunctions);
  Options.store(Opts, "IncludeStyle", Includes.getStyle());
}

static llvm::StringRef wordFor(const BlockingFact &Fact) {
  switch (Fact.Kind) {
  case Blocking::Sleep:
    return "sleep";
  case Blocking::Wait:
    return "wait";
  case Blocking::Join:
    return "join";
  case Blocking::Input:
    return "input";
  case Blocking::Lock:
    return Fact.Held.Where.isValid() ? "lock" : "any-lock";
  case Blocking::Disk:
    return "disk";
  case Blocking::File:
    return "file";
  case Blocking::Named:
  case Blocking::No:
    break;
  }
  return "";
}

bool BlockingInCoroutineCheck::isWanted(const BlockingFact &Fact) const {
  if (Fact.Kind == Blocking::Named)
    return true;
  auto Wanted = tidy::utils::options::parseStringList(Kinds);
  return llvm::is_contained(Wanted, wordFor(Fact)) ||
         (Fact.Kind == Blocking::Lock &&
          llvm::is_contained(Wanted, "any-lock"));
}

/// `coroutine 'session'`, `'on_tick', which an event loop calls`.
static std::string describe(const LoopCodeFact &Code) {
  std::string Name = Code.Function->getNameAsString();
  if (llvm::StringRef(Name).starts_with("operator"))
    return Code.Coroutine ? "a coroutine"
                          : "a function that an event loop calls";
  return Code.Coroutine ? "coroutine '" + Name + "'"
                        : "'" + Name + "', which an event loop calls";
}

void BlockingInCoroutineCheck::noteLock(const BlockingFact &Fact) {
  const LongLockFact &Held = Fact.Held;
  if (Held.Lock.Where.isValid())
    diag(Held.Lock.Where, "'%0' is taken here", DiagnosticIDs::Note)
        << Held.Lock.Name;
  if (Held.During == Blocking::No)
    diag(Held.Where, "and held while the coroutine is suspended here",
         DiagnosticIDs::Note);
  else
    diag(Held.Where, "and held while '%0' waits here", DiagnosticIDs::Note)
        << Held.Name;
}

void BlockingInCoroutineCheck::noteWayOut(const BlockingFact &Fact,
                                          const std::string &Sleep) {
  if (!Sleep.empty())
    diag(Fact.Where, "'%0' suspends nothing but the coroutine",
         DiagnosticIDs::Note)
        << Sleep;
  else if (!Fact.Instead.empty())
    diag(Fact.Where, "'%0' does the same and does not block",
         DiagnosticIDs::Note)
        << Fact.Instead;
  else if (Fact.Kind == Blocking::Sleep)
    diag(Fact.Where,
         "%select{let a timer of the event loop call what comes next|await a "
         "timer instead}0",
         DiagnosticIDs::Note)
        << Fact.Code.Coroutine;
  else
    diag(Fact.Where,
         "let a thread that may wait do it, and %select{tell the event loop "
         "of its end|await its end}0",
         DiagnosticIDs::Note)
        << Fact.Code.Coroutine;
}

void BlockingInCoroutineCheck::word(const BlockingFact &Fact,
                                    ASTContext &Context) {
  AwaitedSleep Sleep = awaitedSleep(Fact, Context);
  auto Fixes = applied(Sleep, Fact, Context, Includes);
  if (Fact.Kind == Blocking::Lock) {
    diag(Fact.Where, "'%0' is waited for %select{in|below}1 %2"
                     "%select{|, and held for long elsewhere}3: nothing else "
                     "runs on its thread meanwhile")
        << Fact.Name << !Fact.Calls.empty() << describe(Fact.Code)
        << Fact.Held.Where.isValid();
  } else {
    DiagnosticBuilder Warning =
        diag(Fact.Where,
             "'%0' %select{|sleeps|waits for another thread|waits for the end "
             "of a thread or process|waits for input||waits for the disk|"
             "waits for a file|blocks}1 %select{in|below}2 %3: nothing else "
             "runs on its thread meanwhile")
        << Fact.Name << static_cast<int>(Fact.Kind) << !Fact.Calls.empty()
        << describe(Fact.Code);
    for (const FixItHint &Fix : Fixes)
      Warning << Fix;
  }
  noteCalls(Fact.Calls);
  if (Fact.Code.Posted.isValid())
    diag(Fact.Code.Posted, "it is handed to the event loop here",
         DiagnosticIDs::Note);
  if (Fact.Kind != Blocking::Lock && Fixes.empty())
    noteWayOut(Fact, Sleep.Expression);
  if (Fact.Kind == Blocking::Lock && Fact.Held.Where.isValid())
    noteLock(Fact);
}

void BlockingInCoroutineCheck::report(const Facts &Known, ASTContext &Context) {
  for (const BlockingFact &Fact : Known.mayBlock())
    if (isWanted(Fact))
      word(Fact, Context);
}

} // namespace heddle
