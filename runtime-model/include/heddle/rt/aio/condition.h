//===- condition.h - tasks wait until shared data has changed -------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   auto held = co_await changed.scoped();
//   co_await changed.wait_for([&] { return !jobs.empty(); });
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_CONDITION_H
#define HEDDLE_RT_AIO_CONDITION_H

#include "heddle/rt/aio/lock.h"
#include <optional>

namespace heddle::rt::aio {

/// A lock, and tasks that wait for a change of what it guards.
///
/// Thread safety: the loop's thread only.
/// Invariants: wait() holds the lock when it begins and when it ends, however it
/// ends. A notification that reaches a task which is being cancelled goes on to
/// the next, so none is lost.
/// Errors: wait() and notify() without the lock are misuse_error; wait() can throw
/// cancelled_error, with the lock held.
/// Python: asyncio.Condition.
class condition {
public:
  /// With a lock of its own, or one that is shared.
  condition() : guard(own.emplace()) {}
  explicit condition(lock &shared) noexcept : guard(shared) {}
  condition(const condition &) = delete;
  condition &operator=(const condition &) = delete;

  lock::acquire_awaiter acquire() noexcept { return guard.acquire(); }
  lock::scoped_awaiter scoped() noexcept { return guard.scoped(); }
  void release() { guard.release(); }
  bool locked() const noexcept { return guard.locked(); }

  /// Gives the lock up, waits for a notification, takes the lock again.
  task<> wait();
  /// Waits until the predicate holds; it is called with the lock held.
  template <std::predicate Predicate> task<> wait_for(Predicate holds) {
    while (!holds())
      co_await wait();
  }

  /// Wakes the `count` tasks that have waited longest.
  void notify(std::size_t count = 1);
  void notify_all() { notify(waiters.size()); }

private:
  class awaiter;
  void refuse_without_lock(const char *what) const;
  void wake(std::size_t count);

  std::optional<lock> own;
  lock &guard;
  detail::waiter_list waiters;
};

} // namespace heddle::rt::aio

#endif // HEDDLE_RT_AIO_CONDITION_H
