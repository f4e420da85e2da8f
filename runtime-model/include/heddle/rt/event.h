//===- event.h - a flag to wait for --------------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_EVENT_H
#define HEDDLE_RT_EVENT_H

#include "heddle/rt/stop.h"
#include "heddle/rt/time.h"

namespace heddle::rt {

/// A flag that threads wait for; it can be set and cleared any number of times.
///
/// Thread safety: all functions from all threads. It may be destroyed as soon as
/// a wait() has returned, also if the set() that woke it is still on its way
/// back to its caller.
/// Invariant: set() touches nothing after it has given the lock back, and a wait
/// returns only under the lock.
/// A set() that is followed at once by clear() may wake nobody.
/// Python: threading.Event.
class event {
public:
  event() = default;
  event(const event &) = delete;
  event &operator=(const event &) = delete;

  void set() {
    std::lock_guard held(m);
    flag = true;
    changed.notify_all(); // under the lock: a waiter may destroy us after it
  }
  void clear() {
    std::lock_guard held(m);
    flag = false;
  }
  bool is_set() const {
    std::lock_guard held(m);
    return flag;
  }
  /// Waits until it is set; false if the timeout came first.
  bool wait(timeout limit = {}) const {
    deadline end(limit);
    std::unique_lock held(m);
    return detail::wait_until(changed, held, end, [this] { return flag; });
  }
  /// Waits until it is set; false if a stop was requested first.
  bool wait(const std::stop_token &stop) const {
    detail::wake_on_stop wake(stop, m, changed);
    std::unique_lock held(m);
    changed.wait(held, [&] { return flag || stop.stop_requested(); });
    return flag;
  }

private:
  mutable std::mutex m;
  mutable std::condition_variable changed;
  bool flag = false;
};

} // namespace heddle::rt

#endif // HEDDLE_RT_EVENT_H
