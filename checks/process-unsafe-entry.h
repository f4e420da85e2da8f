//===- process-unsafe-entry.h ---------------------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_CHECKS_PROCESS_UNSAFE_ENTRY_H
#define HEDDLE_CHECKS_PROCESS_UNSAFE_ENTRY_H

#include "checks/common/TranslationUnitCheck.h"
#include "clang-tidy/utils/IncludeInserter.h"

namespace heddle {

/// Finds forks, signal handlers, and threads around main that are not safe
/// where they are entered.
///
/// See docs/checks/process-unsafe-entry.md.
class ProcessUnsafeEntryCheck : public TranslationUnitCheck {
public:
  ProcessUnsafeEntryCheck(llvm::StringRef Name,
                          clang::tidy::ClangTidyContext *Context);
  void registerPPCallbacks(const clang::SourceManager &SM,
                           clang::Preprocessor *PP,
                           clang::Preprocessor *ModuleExpanderPP) override;
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;

private:
  void report(const Facts &Known, clang::ASTContext &Context) override;
  static std::string who(const ProcessFact &Fact);
  clang::DiagnosticBuilder word(const ProcessFact &Fact);
  void noteOthers(const ProcessFact &Fact);
  void noteOrigin(const ProcessFact &Fact);

  clang::tidy::utils::IncludeInserter Includes;
  const bool CrashHandlers;
};

} // namespace heddle

#endif
