//===- Progress.h - how far a run has come ----------------------*- C++ -*-===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_CLI_PROGRESS_H
#define HEDDLE_CLI_PROGRESS_H

#include "llvm/ADT/StringRef.h"
#include <chrono>

namespace heddle::cli {

/// A bar on a terminal; elsewhere a line now and then, so that a log of a long
/// run shows life and one of a short run stays short. On standard error.
class Progress {
public:
  Progress(size_t Total, bool IsQuiet);
  /// One more is done, \p File.
  void advance(llvm::StringRef File);
  /// Takes the bar away.
  void finish();

private:
  void drawBar(llvm::StringRef File);

  size_t Total;
  size_t Done = 0;
  bool IsQuiet;
  bool IsTerminal;
  std::chrono::steady_clock::time_point LastLine;
};

} // namespace heddle::cli

#endif
