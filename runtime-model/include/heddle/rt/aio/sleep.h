//===- sleep.h - waits that let the other tasks go on ---------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_SLEEP_H
#define HEDDLE_RT_AIO_SLEEP_H

#include "heddle/rt/aio/event_loop.h"

namespace heddle::rt::aio {
namespace detail {

class sleeper final : public waiter, public timer {
public:
  explicit sleeper(clock::time_point until, bool only_yield) noexcept : until(until), only_yield(only_yield) {}
  ~sleeper() { stop_timer(); }

  bool await_ready() const noexcept { return false; }
  template <std::derived_from<async_frame> Promise> void await_suspend(std::coroutine_handle<Promise> handle) {
    loop = &get_running_loop();
    if (!only_yield)
      loop->add_timer(*this, until);
    suspend(handle);
    if (only_yield)
      wake_unless_cancelled();
  }
  void await_resume() { resumed(); }

private:
  void reached() override { wake(); }
  void cancel(const std::string &message, std::vector<future_core *> &) override {
    stop_timer();
    cancelled = true;
    end_cancelled(message);
  }
  void wake_unless_cancelled() {
    if (!cancelled)
      wake();
  }
  void stop_timer() noexcept {
    if (pending())
      loop->remove_timer(*this);
  }

  clock::time_point until;
  event_loop *loop = nullptr;
  bool only_yield;
  bool cancelled = false;
};

} // namespace detail

/// Suspends the calling coroutine, and nothing else, for `delay`. Zero and less
/// let every other task that is ready run once.
/// Errors: cancelled_error. Python: asyncio.sleep.
inline detail::sleeper sleep(std::chrono::nanoseconds delay) {
  const bool only_yield = delay <= delay.zero();
  return detail::sleeper(only_yield ? clock::time_point() : event_loop::deadline_after(delay), only_yield);
}

/// The same until a point in time.
inline detail::sleeper sleep_until(clock::time_point when) {
  return detail::sleeper(when, false);
}

/// `co_await yield()`: every other task that is ready runs once.
/// Python: `await asyncio.sleep(0)`.
inline detail::sleeper yield() {
  return detail::sleeper({}, true);
}

} // namespace heddle::rt::aio

#endif // HEDDLE_RT_AIO_SLEEP_H
