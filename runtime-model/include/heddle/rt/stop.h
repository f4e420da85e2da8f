//===- stop.h - waits that end when a stop is requested ------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_STOP_H
#define HEDDLE_RT_STOP_H

#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace heddle::rt::detail {

/// While it lives, a request to stop wakes who waits on a condition.
/// Thread safety: none needed. Make it before the lock is taken and let it go
/// after: its callback takes the lock, and its destructor waits for the callback.
class wake_on_stop {
public:
  wake_on_stop(const std::stop_token &stop, std::mutex &m, std::condition_variable &changed)
      : callback(stop, waker{m, changed}) {}

private:
  struct waker {
    std::mutex &m;
    std::condition_variable &changed;
    void operator()() const {
      std::lock_guard held(m); // a waiter that has looked at the token waits by now
      changed.notify_all();
    }
  };

  std::stop_callback<waker> callback;
};

} // namespace heddle::rt::detail

#endif // HEDDLE_RT_STOP_H
