//===- FlagCure.h - makes GCC's command lines fit for Clang -----*- C++ -*-===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_CLI_FLAGCURE_H
#define HEDDLE_CLI_FLAGCURE_H

#include "clang/Tooling/ArgumentsAdjusters.h"
#include "clang/Tooling/Core/Diagnostic.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <set>
#include <string>
#include <vector>

namespace heddle::cli {

/// Takes out of a compile command what Clang would reject although it does not
/// change what the code means. Three steps:
///   1. flags that Clang's option table does not know (GCC's own);
///   2. the list in FlagCure.cpp: flags that Clang knows, but that belong to
///      code generation, to another compiler's files, or make warnings errors;
///   3. learn(): what Clang's driver still complained about in a first try.
class FlagCure {
public:
  clang::tooling::CommandLineArguments
  cure(const clang::tooling::CommandLineArguments &Command);

  /// Looks for flags named in driver errors (those without a place in a file).
  /// True if one was found, so that another try makes sense.
  bool learn(const std::vector<clang::tooling::Diagnostic> &Errors);

  /// What steps 1 and 3 left out since the last call, for the notice.
  std::vector<std::string> takeDropped();

private:
  bool isRejected(llvm::StringRef Argument) const;

  std::set<std::string> Rejected;
  std::set<std::string> Dropped;
};

} // namespace heddle::cli

#endif
