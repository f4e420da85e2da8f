//===- timer.h - a call after some time ----------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_TIMER_H
#define HEDDLE_RT_TIMER_H

#include "heddle/rt/event.h"
#include "heddle/rt/thread.h"
#include <memory>

namespace heddle::rt {

/// A thread that waits for `interval`, counted from the construction, and then
/// makes one call.
///
/// Thread safety: cancel(), join(), is_alive() from all threads; move and
/// destruction alone. A moved-from one only can be destroyed or assigned to.
/// Invariant: the destructor cancels and joins, so the call is never made, and
/// never goes on, after it. To let it happen, join() first.
/// Errors: as thread; what the call throws comes out of join().
/// Python: threading.Timer (which needs start(), and runs on when it is dropped).
class timer {
public:
  template <class F, class... Args>
    requires detail::thread_callable<F, Args...>
  explicit timer(std::chrono::nanoseconds interval, F &&f, Args &&...args)
      : cancelled(std::make_shared<event>()),
        runner([end = deadline(interval), stop = cancelled,
                call = detail::make_entry(std::forward<F>(f), std::forward<Args>(args)...)](
                   std::stop_token asked) mutable {
          std::stop_callback cancel(asked, [&] { stop->set(); });
          if (!stop->wait(end.left()))
            call(asked);
        }) {}
  timer(timer &&) noexcept = default;
  timer &operator=(timer &&) noexcept = default;
  ~timer() { // also of a moved-from one
    if (cancelled)
      cancelled->set();
  }

  /// Stops it, if the call has not begun. Python: Timer.cancel().
  void cancel() { cancelled->set(); }
  /// Waits until the call has returned, or will not be made.
  void join() { runner.join(); }
  bool join(timeout limit) { return runner.join(limit); }
  bool is_alive() const { return runner.is_alive(); }

private:
  std::shared_ptr<event> cancelled;
  thread runner; // after what it uses: it is destroyed first
};

} // namespace heddle::rt

#endif // HEDDLE_RT_TIMER_H
