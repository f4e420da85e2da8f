//===- LibraryCalls.h - which library calls do not suit every caller ------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A signal handler must not call what is not async-signal-safe. This table
// says of library functions what stands against them; what they do to locks
// and memory is in Primitives.h, how long they wait in BlockingCalls.h.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_PRIMITIVES_LIBRARYCALLS_H
#define HEDDLE_ANALYSIS_PRIMITIVES_LIBRARYCALLS_H

#include "analysis/primitives/Primitives.h"

namespace heddle {

/// What stands against calling a library function.
struct LibraryCall {
  /// As in Primitives.h; "std::vector::" stands for the members of a class
  /// that do more than to look.
  llvm::StringRef Name;
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

llvm::ArrayRef<LibraryCall> signalUnsafeCalls();

} // namespace heddle

#endif
