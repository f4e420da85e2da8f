//===- debug.h - mistakes that are noticed while a program runs -----------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Always reported: a coroutine that was never awaited, a task that was destroyed
// while it was pending, an exception that nobody retrieved.
// Reported in debug mode (`event_loop::set_debug`, `run(main, {.debug = true})`
// or the environment variable HEDDLE_RT_DEBUG): a callback or step that holds up
// the loop for longer than `slow_callback_duration`, a connection or a child
// process that was not closed, a descriptor that was closed while it was
// watched. In debug mode a call from a thread that is not the loop's throws.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_DEBUG_H
#define HEDDLE_RT_AIO_DEBUG_H

#include <functional>
#include <string>

namespace heddle::rt::aio {

using warnhook = std::function<void(const std::string &)>;

/// Says who gets warnings from now on, and returns who got them before. The
/// default writes one line to standard error; an empty function restores it.
/// Thread safety: from all threads; the hook runs in the thread that noticed.
/// Python: warnings.showwarning.
warnhook set_warnhook(warnhook hook);

/// Hands a warning to the hook. What the hook throws is dropped.
void warn(const std::string &text) noexcept;

/// Whether HEDDLE_RT_DEBUG is set and not empty.
bool debug_by_default() noexcept;

} // namespace heddle::rt::aio

#endif // HEDDLE_RT_AIO_DEBUG_H
