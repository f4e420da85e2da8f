//===- run.h - a program's main coroutine ---------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_RUN_H
#define HEDDLE_RT_AIO_RUN_H

#include "heddle/rt/aio/debug.h"
#include "heddle/rt/aio/task_handle.h"

namespace heddle::rt::aio {

struct run_options {
  bool debug = debug_by_default();
};

/// An event loop for several main coroutines, one after the other.
///
/// Thread safety: one thread. Errors: as event_loop.
/// Invariants: nothing of the loop survives the runner. When it is closed, the
/// tasks that are left are cancelled and run to their ends, the exceptions with
/// which they end go to the exception handler, and the default executor is shut
/// down.
/// Python: asyncio.Runner; other than there, SIGINT is not turned into a
/// cancellation (add_signal_handler does that where it is wanted).
class runner {
public:
  explicit runner(run_options options = {}) { loop.set_debug(options.debug); }
  ~runner() { close(); }

  event_loop &get_loop() noexcept { return loop; }

  template <class T> T run(task<T> main) { return loop.run_until_complete(std::move(main)); }

  /// A second call does nothing.
  void close();

private:
  event_loop loop;
};

/// Runs a coroutine on a loop of its own and returns its value.
/// Throws what it throws; misuse_error if a loop runs on this thread already.
/// Python: asyncio.run.
template <class T> T run(task<T> main, run_options options = {}) {
  if (running_loop()) {
    main.close();
    throw misuse_error("run() cannot be called from a running event loop: co_await the coroutine");
  }
  return runner(options).run(std::move(main));
}

} // namespace heddle::rt::aio

#endif // HEDDLE_RT_AIO_RUN_H
