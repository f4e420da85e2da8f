//===- Readiness.h - whether what a call waits for is there ---------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_BLOCKING_READINESS_H
#define HEDDLE_ANALYSIS_BLOCKING_READINESS_H

#include "analysis/summary/Engine.h"
#include <optional>

namespace heddle {

/// Judges calls that wait for a descriptor, a stream or an object that can be
/// asked: by what the file shows of it (assumption A62).
class Readiness {
public:
  explicit Readiness(Engine &E) : E(E) {}

  /// Why the call waits; No when it does not, or when that is not known.
  /// \p Callback says that an event loop called because something is ready.
  Blocking judge(const Effect &Of, bool Callback);

  /// What waits, as the reader knows it: a function, or the standard input.
  std::string shownName(const Effect &Of) const;

private:
  const clang::Expr *role(const Effect &Of, int Which) const;
  Blocking judgeStream(const clang::Expr *Stream, const Effect &Of) const;
  Blocking judgeDescriptor(const clang::Expr *Descriptor, const Effect &Of,
                           bool Callback);
  bool fileUnblocks();

  Engine &E;
  std::optional<bool> Unblocks;
};

} // namespace heddle

#endif
