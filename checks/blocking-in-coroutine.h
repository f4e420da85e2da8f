//===- blocking-in-coroutine.h --------------------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_CHECKS_BLOCKING_IN_COROUTINE_H
#define HEDDLE_CHECKS_BLOCKING_IN_COROUTINE_H

#include "checks/common/TranslationUnitCheck.h"
#include "clang-tidy/utils/IncludeInserter.h"

namespace heddle {

/// Finds calls that keep the thread of a coroutine or an event loop waiting.
///
/// See docs/checks/blocking-in-coroutine.md.
class BlockingInCoroutineCheck : public TranslationUnitCheck {
public:
  BlockingInCoroutineCheck(llvm::StringRef Name,
                           clang::tidy::ClangTidyContext *Context);
  void registerPPCallbacks(const clang::SourceManager &SM,
                           clang::Preprocessor *PP,
                           clang::Preprocessor *ModuleExpanderPP) override;
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;

private:
  void report(const Facts &Known, clang::ASTContext &Context) override;
  bool isWanted(const BlockingFact &Fact) const;
  void word(const BlockingFact &Fact, clang::ASTContext &Context);
  void noteLock(const BlockingFact &Fact);
  void noteWayOut(const BlockingFact &Fact, const std::string &Sleep);

  const std::string Kinds, BlockingFunctions;
  clang::tidy::utils::IncludeInserter Includes;
};

} // namespace heddle

#endif
