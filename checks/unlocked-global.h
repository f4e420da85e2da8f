//===- unlocked-global.h --------------------------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_CHECKS_UNLOCKED_GLOBAL_H
#define HEDDLE_CHECKS_UNLOCKED_GLOBAL_H

#include "checks/common/TranslationUnitCheck.h"
#include "clang-tidy/utils/IncludeInserter.h"

namespace heddle {

/// Finds data races on variables of static storage duration.
///
/// See docs/checks/unlocked-global.md.
class UnlockedGlobalCheck : public TranslationUnitCheck {
public:
  UnlockedGlobalCheck(llvm::StringRef Name,
                      clang::tidy::ClangTidyContext *Context);
  void registerPPCallbacks(const clang::SourceManager &SM,
                           clang::Preprocessor *PP,
                           clang::Preprocessor *ModuleExpanderPP) override;
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;

private:
  void report(const Facts &Known, clang::ASTContext &Context) override;
  clang::DiagnosticBuilder word(const RaceFact &Race);
  void noteOther(const RaceFact &Race);

  clang::tidy::utils::IncludeInserter Includes;
};

} // namespace heddle

#endif
