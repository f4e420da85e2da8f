//===- LibraryCalls.h - which library calls do not suit every caller ------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A coroutine must not block its thread, a signal handler must not call what
// is not async-signal-safe. These tables say of library functions what stands
// against them; what they do to locks and memory is in Primitives.h.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_PRIMITIVES_LIBRARYCALLS_H
#define HEDDLE_ANALYSIS_PRIMITIVES_LIBRARYCALLS_H

#include "analysis/primitives/Primitives.h"

namespace heddle {

/// Why a call can keep its thread from running.
enum class Blocking : uint8_t {
  No,
  Sleep, ///< for a time that passes
  Lock,  ///< until a lock is free
  Wait,  ///< until another thread hands over
  Join,  ///< until a thread or a process ends
  Input, ///< until a device, a peer or a person answers
};

/// What a library function does to the thread that calls it.
struct LibraryCall {
  /// As in Primitives.h; "std::vector::" stands for the members of a class
  /// that do more than to look.
  llvm::StringRef Name;
  Blocking Blocks = Blocking::No;
  /// Not to be called in a signal handler, nor between fork and exec in a
  /// process that had several threads.
  bool SignalUnsafe = false;
};

/// Finds what the tables say of a function, and remembers.
class LibraryCalls {
public:
  LibraryCalls();
  /// Null when no table names the function, or when it is the project's own.
  const LibraryCall *lookup(const clang::FunctionDecl *F) const;

private:
  const LibraryCall *find(const clang::FunctionDecl *F) const;

  llvm::StringMap<LibraryCall> Calls;
  mutable llvm::DenseMap<const clang::FunctionDecl *, const LibraryCall *>
      Known;
};

// Each in the file of its name; a function may stand in both.
llvm::ArrayRef<LibraryCall> blockingCalls();
llvm::ArrayRef<LibraryCall> signalUnsafeCalls();

} // namespace heddle

#endif
