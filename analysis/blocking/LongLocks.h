//===- LongLocks.h - locks that are held for long -------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_BLOCKING_LONGLOCKS_H
#define HEDDLE_ANALYSIS_BLOCKING_LONGLOCKS_H

#include "analysis/Facts.h"
#include "analysis/summary/Engine.h"

namespace heddle {

/// Of an effect that waits: its arguments do not show that it does not.
bool mayWait(const Effect &Of);

/// The locks that some function of the file holds while it waits for something
/// else, or while its coroutine is suspended. Most locks are held for an
/// instant, and waiting for these is no fault (assumption A63).
class LongLocks {
public:
  /// Waiting calls that are reported themselves prove nothing: mended, they
  /// are gone.
  LongLocks(Engine &E, const llvm::DenseSet<clang::SourceLocation> &Reported);
  /// Who holds the lock of this acquisition long; its place is invalid if
  /// nobody is seen to.
  LongLockFact of(const Effect &Acquire) const;

private:
  struct Holder {
    const HeldLock *Lock;
    const Effect *While;
  };
  void add(const Effect &While);

  llvm::DenseMap<const void *, llvm::SmallVector<Holder, 2>> Holders;
};

} // namespace heddle

#endif
