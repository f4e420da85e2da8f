//===- FileAnalyzer.h - runs clang-tidy's engine on one file ----*- C++ -*-===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_CLI_FILEANALYZER_H
#define HEDDLE_CLI_FILEANALYZER_H

#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "cli/FileReport.h"
#include "cli/FlagCure.h"
#include "cli/LintOptions.h"
#include "clang/Tooling/CompilationDatabase.h"
#include <map>
#include <memory>
#include <string>

namespace heddle::cli {

/// The options of clang-tidy for each file: the project's .clang-tidy, but only
/// heddle's checks unless that file names heddle's checks itself.
std::unique_ptr<clang::tidy::ClangTidyOptionsProvider>
makeOptionsProvider(const LintOptions &Options);

/// Analyses files one after the other, in this process.
class FileAnalyzer {
public:
  FileAnalyzer(const clang::tooling::CompilationDatabase &Database,
               const LintOptions &Options);

  FileReport analyze(const std::string &File);

private:
  bool hasChecks(const clang::tidy::ClangTidyOptions &Options);
  bool tryOnce(const std::string &File, FileReport &Report);

  const LintOptions &Options;
  FlagCure Cure;
  std::unique_ptr<clang::tooling::CompilationDatabase> Cured;
  /// By the text of the option Checks.
  std::map<std::string, bool> HasChecks;
};

} // namespace heddle::cli

#endif
