//===- WorkerPool.h - processes that take many tasks each -------*- C++ -*-===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_CLI_WORKERPOOL_H
#define HEDDLE_CLI_WORKERPOOL_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <functional>
#include <string>

namespace heddle::cli {

/// What came of one task.
struct Outcome {
  /// What the worker returned.
  std::string Result;
  /// Why it did not, and what to do about it; empty if it did. One line.
  std::string Failure;
  bool HasCrashed = false;
  /// What the worker printed meanwhile.
  std::string Output;
};

struct WorkerPool {
  /// Number of processes.
  unsigned Jobs = 1;
  /// Seconds for one task; 0 is no limit.
  unsigned Timeout = 0;
  /// Called once in each new worker; what it returns is called there for each
  /// task.
  std::function<std::function<std::string(size_t Task)>()> Start;
  /// Called in this process as tasks end, in no particular order.
  std::function<void(size_t Task, const Outcome &)> Done;

  /// Runs \p Tasks, handing the next one to whichever worker is idle. A worker
  /// is a fork of this process and serves until it dies; its death costs the
  /// task it had in hand and no other. The caller must have no other threads.
  void run(llvm::ArrayRef<size_t> Tasks);
};

} // namespace heddle::cli

#endif
