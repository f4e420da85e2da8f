//===- excepthook.h - exceptions that nobody takes -----------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_EXCEPTHOOK_H
#define HEDDLE_RT_EXCEPTHOOK_H

#include <exception>
#include <functional>
#include <string>

namespace heddle::rt {

/// An exception that no caller can receive: a thread that is never joined, a
/// callback of a future, a timer.
struct unhandled_exception {
  std::exception_ptr error;
  /// For example "thread 'LoopThread'" or "callback of a future".
  std::string where;
};

using excepthook = std::function<void(const unhandled_exception &)>;

/// Says who gets such exceptions from now on, and returns who got them before.
/// The default writes one line to standard error; an empty function restores it.
/// Python: threading.excepthook, sys.unraisablehook.
/// Thread safety: from all threads. The hook runs in the thread that had the
/// exception (for a thread that was never joined: in the one that destroys its
/// handle) and may run in several at once.
excepthook set_excepthook(excepthook hook);

/// Hands an exception to the hook. What the hook throws is dropped.
void call_excepthook(const unhandled_exception &unhandled) noexcept;

/// The message of an exception: what() of a std::exception, else "unknown exception".
std::string describe(const std::exception_ptr &error);

} // namespace heddle::rt

#endif // HEDDLE_RT_EXCEPTHOOK_H
