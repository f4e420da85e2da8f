//===- Findings.h - the findings of a whole run -----------------*- C++ -*-===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_CLI_FINDINGS_H
#define HEDDLE_CLI_FINDINGS_H

#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "clang/Tooling/Core/Diagnostic.h"
#include "llvm/ADT/ArrayRef.h"
#include <vector>

namespace heddle::cli {

using Finding = clang::tooling::Diagnostic;

/// Sorts by place, and keeps one of those that say the same at the same place:
/// a header shows once, however many files include it. Of several, the first
/// stays, so the result depends on the order of \p Findings only.
void sortAndUnify(std::vector<Finding> &Findings);

/// Prints as clang-tidy does, with the lines of source.
void printFindings(llvm::ArrayRef<Finding> Findings,
                   clang::tidy::ClangTidyContext &Context);

struct FixSummary {
  /// Fixes all of whose files could be written.
  unsigned Applied = 0;
  /// Fixes that overlap one that was applied; a second run will offer them.
  unsigned Overlapping = 0;
  unsigned FilesChanged = 0;
  /// One line for each file that could not be changed.
  std::vector<std::string> Failures;
};

/// Applies each fix as a whole or not at all.
FixSummary applyFixes(llvm::ArrayRef<Finding> Findings,
                      clang::tidy::ClangTidyContext &Context);

} // namespace heddle::cli

#endif
