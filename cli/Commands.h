//===- Commands.h - the subcommands of heddle -------------------*- C++ -*-===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_CLI_COMMANDS_H
#define HEDDLE_CLI_COMMANDS_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/CommandLine.h"
#include <string>
#include <vector>

namespace heddle::cli {

/// What every command returns to the shell.
enum ExitCode {
  ExitClean = 0,    ///< all was analysed, nothing was found
  ExitFindings = 1, ///< all was analysed, something was found
  ExitProblem = 2   ///< something could not be done; wins over the others
};

extern llvm::cl::SubCommand LintCommand;
extern llvm::cl::SubCommand FactsCommand;
extern llvm::cl::SubCommand ExplainCommand;

/// Each runs after the command line was parsed. \p Flags are the compiler flags
/// behind `--`; \p HasFlags tells an empty list from no `--` at all.
int runLint(llvm::ArrayRef<std::string> Flags, bool HasFlags);
int runFacts(llvm::ArrayRef<std::string> Flags, bool HasFlags);
int runExplain();

/// Prints "heddle: <Message>" as one line on standard error.
void complain(const llvm::Twine &Message);

} // namespace heddle::cli

#endif
