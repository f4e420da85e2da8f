//===- Processes.h - forks, signal handlers, before and after main --------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_PROCESSES_PROCESSES_H
#define HEDDLE_ANALYSIS_PROCESSES_PROCESSES_H

#include "analysis/threads/ThreadModel.h"

namespace heddle {

/// Collects findings, each kind once at each place.
class ProcessFaults {
public:
  explicit ProcessFaults(Engine &E) : SM(E.Context.getSourceManager()) {}
  void add(ProcessFact New);
  /// In order of the source.
  std::vector<ProcessFact> take();

private:
  const clang::SourceManager &SM;
  std::vector<ProcessFact> All;
  llvm::DenseSet<std::pair<unsigned, unsigned>> Known;
};

/// Everything that a translation unit does wrong around processes.
std::vector<ProcessFact> findProcessFaults(Engine &E, const ThreadModel &Model);

// Each in the file of its name.
void findHandlerFaults(Engine &E, const ThreadModel &Model,
                       ProcessFaults &Found);
void findChildFaults(Engine &E, const ThreadModel &Model, ProcessFaults &Found);
void findCopyFaults(Engine &E, const ThreadModel &Model, ProcessFaults &Found);
void findLifetimeFaults(Engine &E, const ThreadModel &Model,
                        ProcessFaults &Found);

/// A call, or what the language does, that is not async-signal-safe.
struct UnsafeCall {
  const Effect *At;
  std::string Name;
  const clang::FunctionDecl *Callee = nullptr;
};

/// The effect as one, if it is.
std::optional<UnsafeCall> unsafeCall(const Effect &Of, const Engine &E);

/// Of the calls below one common call, what a finding shows: those that stand
/// where the common call does, each; of what lies deeper, the nearest first.
/// \p Above is the stack that all have in common.
struct UnsafeGroup {
  UnsafeCall First;
  std::vector<UnsafeCall> More;
};
std::vector<UnsafeGroup> grouped(llvm::ArrayRef<UnsafeCall> Calls,
                                 const CallStack *Above,
                                 const clang::SourceManager &SM);

/// The stack below what it has in common with the other.
const CallStack *below(const CallStack *Stack, const CallStack *Above);

/// The variable is declared so that a handler may use it: as a volatile
/// integer no wider than sig_atomic_t, or as an atomic without a lock.
bool isSignalSafe(clang::QualType Type, const Engine &E);
bool isLockFreeAtomic(clang::QualType Type, const Engine &E);

} // namespace heddle

#endif
