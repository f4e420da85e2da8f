//===- LintOptions.h - the options of heddle lint ---------------*- C++ -*-===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_CLI_LINTOPTIONS_H
#define HEDDLE_CLI_LINTOPTIONS_H

#include <string>

namespace heddle::cli {

struct LintOptions {
  /// Appended to the checks in force, in clang-tidy's notation.
  std::string Checks;
  /// Replaces the project's HeaderFilterRegex unless empty.
  std::string HeaderFilter;
  unsigned Jobs = 1;
  /// Seconds that one file may take; 0 is no limit.
  unsigned Timeout = 0;
  bool Fix = false;
  bool Quiet = false;
  bool Statistics = false;
};

} // namespace heddle::cli

#endif
