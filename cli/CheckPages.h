//===- CheckPages.h - the pages of docs/checks, in the program --*- C++ -*-===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_CLI_CHECKPAGES_H
#define HEDDLE_CLI_CHECKPAGES_H

#include "llvm/ADT/ArrayRef.h"

namespace heddle::cli {

struct CheckPage {
  /// Without the prefix "heddle-".
  const char *Name;
  /// Markdown; empty if the check has no page yet.
  const char *Text;
};

/// Every check in this program, sorted by name. The build writes the table.
llvm::ArrayRef<CheckPage> checkPages();

} // namespace heddle::cli

#endif
