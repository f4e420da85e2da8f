//===- FileReport.h - what a worker says about one file ---------*- C++ -*-===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_CLI_FILEREPORT_H
#define HEDDLE_CLI_FILEREPORT_H

#include "clang/Tooling/Core/Diagnostic.h"
#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace heddle::cli {

struct FileReport {
  std::vector<clang::tooling::Diagnostic> Findings;
  /// Why the file could not be analysed; empty if it was. One line.
  std::string Failure;
  /// Compiler flags that Clang does not know and that were left out.
  std::vector<std::string> DroppedFlags;
  /// Warnings that a NOLINT comment suppressed.
  unsigned Suppressed = 0;
  double Seconds = 0;
};

/// The report as text, to cross from a worker process to its parent.
std::string serialize(FileReport Report);
std::optional<FileReport> deserialize(llvm::StringRef Text);

} // namespace heddle::cli

#endif
