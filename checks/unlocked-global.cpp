//===- unlocked-global.cpp ------------------------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/unlocked-global.h"
#include "checks/common/AtomicFix.h"
#include "checks/common/LockFix.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace heddle {

UnlockedGlobalCheck::UnlockedGlobalCheck(llvm::StringRef Name,
                                         tidy::ClangTidyContext *Context)
    : TranslationUnitCheck(Name, Context),
      Includes(Options.getLocalOrGlobal("IncludeStyle",
                                        tidy::utils::IncludeSorter::IS_LLVM),
               areDiagsSelfContained()) {}

void UnlockedGlobalCheck::registerPPCallbacks(const SourceManager &,
                                              Preprocessor *PP,
                                              Preprocessor *) {
  Includes.registerPreprocessor(PP);
}

void UnlockedGlobalCheck::storeOptions(
    tidy::ClangTidyOptions::OptionMap &Opts) {
  Options.store(Opts, "IncludeStyle", Includes.getStyle());
}

/// A flag in the reader's eyes: a bool, tested by one side, set by the other.
static bool isFlag(const RaceFact &Race) {
  return Race.Variable->getType()->isBooleanType() &&
         Race.Access.Write != Race.Other.Write;
}

DiagnosticBuilder UnlockedGlobalCheck::word(const RaceFact &Race) {
  const AccessFact &Mine = Race.Access;
  llvm::StringRef Name = Mine.Name;
  switch (Race.Kind) {
  case RaceKind::LockedElsewhere:
    return diag(Mine.Where, "'%0' is %select{read|written}1 here without "
                            "'%2', which guards it elsewhere"
                            "%select{| (inferred from its other uses)}3")
           << Name << Mine.Write << Race.Guard.Name << Race.Inferred;
  case RaceKind::DifferentLocks:
    return diag(Mine.Where, "'%0' is %select{read|written}1 here under '%2', "
                            "but elsewhere under '%3': no lock is common")
           << Name << Mine.Write << Mine.Locks.front().Name
           << Race.Other.Locks.front().Name;
  case RaceKind::SharedWrite:
    return diag(Mine.Where,
                "'%0' is written here while '%1' is held for reading only")
           << Name << Mine.Locks.front().Name;
  case RaceKind::DoubleChecked:
    return diag(Mine.Where,
                "'%0' is tested here without '%1' and then set under it: "
                "double-checked locking needs an atomic")
           << Name << Race.Guard.Name;
  case RaceKind::MixedAtomic:
    return diag(Mine.Where, "'%0' is %select{read|written}1 here by a plain "
                            "access, but by atomic ones elsewhere")
           << Name << Mine.Write;
  case RaceKind::NeverLocked:
    break;
  }
  if (Race.Variable->getType().isVolatileQualified())
    return diag(Mine.Where,
                "'%0' is volatile, not atomic: it is %select{read|written}1 "
                "here while another thread can %select{read|write}2 it")
           << Name << Mine.Write << Race.Other.Write;
  if (isFlag(Race))
    return diag(Mine.Where,
                "'%0' is a plain flag, not an atomic: it is "
                "%select{read|written}1 here while another thread can "
                "%select{read|write}2 it")
           << Name << Mine.Write << Race.Other.Write;
  return diag(Mine.Where, "'%0' is %select{read|written}1 here without a lock "
                          "while another thread can %select{read|write}2 it")
         << Name << Mine.Write << Race.Other.Write;
}

void UnlockedGlobalCheck::noteOther(const RaceFact &Race) {
  const AccessFact &Other = Race.Other;
  noteCalls(Race.Access.Calls);
  std::string Locks;
  for (const LockFact &Lock : Other.Locks)
    Locks += (Locks.empty() ? "" : ", ") + ("'" + Lock.Name + "'");
  diag(Other.Where,
       "the other %select{read|write}0 is here, in %1, "
       "%select{holding %3|with no lock}2",
       DiagnosticIDs::Note)
      << Other.Write << nameOf(Other.Thread) << Locks.empty() << Locks;
  noteCalls(Other.Calls);
  for (const AccessFact *Side : {&Race.Access, &Other}) {
    if (Side->Thread.Started.isInvalid())
      continue;
    diag(Side->Thread.Started, "%0 %select{is|are}1 started here",
         DiagnosticIDs::Note)
        << nameOf(Side->Thread) << Side->Thread.Many;
    if (Race.Access.Thread.Started == Other.Thread.Started)
      break;
  }
}

void UnlockedGlobalCheck::report(const Facts &Known, ASTContext &Context) {
  llvm::SmallPtrSet<const VarDecl *, 8> MadeAtomic;
  for (const RaceFact &Race : Known.mayRaceOnGlobals()) {
    {
      DiagnosticBuilder Warning = word(Race);
      bool Whole = Race.Kind == RaceKind::NeverLocked;
      if (Race.Kind == RaceKind::LockedElsewhere)
        for (const FixItHint &Fix : lockStatement(Race, Context, Includes))
          Warning << Fix;
      else if (Whole && MadeAtomic.insert(Race.Variable).second)
        for (const FixItHint &Fix :
             makeAtomic(Race.Variable, Known, Context, Includes))
          Warning << Fix;
    }
    noteOther(Race);
  }
}

} // namespace heddle
