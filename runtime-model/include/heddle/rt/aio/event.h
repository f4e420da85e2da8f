//===- event.h - tasks wait until something has happened ------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_EVENT_H
#define HEDDLE_RT_AIO_EVENT_H

#include "heddle/rt/aio/event_loop.h"

namespace heddle::rt::aio {

/// A flag that tasks wait for.
///
/// Thread safety: the loop's thread only; another thread sets it by
/// `loop.call_soon_threadsafe([&] { event.set(); })`.
/// Invariants: set() ends every wait that has begun, also if clear() follows
/// before the waiting task runs.
/// Errors: wait() can throw cancelled_error.
/// Python: asyncio.Event.
class event {
public:
  event() = default;
  event(const event &) = delete;
  event &operator=(const event &) = delete;

  class awaiter final : public detail::waiter {
  public:
    explicit awaiter(event &awaited) noexcept : awaited(awaited) {}
    bool await_ready() const noexcept { return awaited.flag; }
    template <std::derived_from<detail::async_frame> Promise>
    void await_suspend(std::coroutine_handle<Promise> handle) {
      awaited.waiters.push_back(*this);
      suspend(handle);
    }
    void await_resume() { resumed(); }

  private:
    event &awaited;
  };

  bool is_set() const noexcept { return flag; }
  void set() {
    flag = true;
    waiters.wake_all();
  }
  void clear() noexcept { flag = false; }
  awaiter wait() noexcept { return awaiter(*this); }

private:
  bool flag = false;
  detail::waiter_list waiters;
};

} // namespace heddle::rt::aio

#endif // HEDDLE_RT_AIO_EVENT_H
