//===- semaphore.h - a number of tasks at a time --------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   semaphore two_at_a_time(2);
//   auto permit = co_await two_at_a_time.scoped();
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_SEMAPHORE_H
#define HEDDLE_RT_AIO_SEMAPHORE_H

#include "heddle/rt/aio/lock.h"

namespace heddle::rt::aio {

/// Permits that tasks take and give back.
///
/// Thread safety: the loop's thread only.
/// Invariants: first come, first served. While a task waits, no permit is free.
/// Errors: acquire() can throw cancelled_error, and then took no permit.
/// Python: asyncio.Semaphore.
class semaphore {
public:
  explicit semaphore(std::size_t permits = 1) noexcept : free(permits) {}
  semaphore(const semaphore &) = delete;
  semaphore &operator=(const semaphore &) = delete;
  virtual ~semaphore() = default;

  class acquire_awaiter : public detail::receiver {
  public:
    explicit acquire_awaiter(semaphore &wanted) noexcept : wanted(wanted) {}
    ~acquire_awaiter() {
      if (granted)
        wanted.give_back();
    }
    bool await_ready() const noexcept { return wanted.try_acquire(); }
    template <std::derived_from<detail::async_frame> Promise>
    void await_suspend(std::coroutine_handle<Promise> handle) {
      wanted.waiters.push_back(*this);
      suspend(handle);
    }
    void await_resume() { take_granted(); }

  protected:
    semaphore &wanted;
  };
  class scoped_awaiter final : public acquire_awaiter {
  public:
    using acquire_awaiter::acquire_awaiter;
    scoped_hold<semaphore> await_resume() {
      take_granted();
      return scoped_hold<semaphore>(wanted);
    }
  };

  acquire_awaiter acquire() noexcept { return acquire_awaiter(*this); }
  /// Python: `async with semaphore`.
  scoped_awaiter scoped() noexcept { return scoped_awaiter(*this); }
  bool try_acquire() noexcept {
    if (free == 0)
      return false;
    --free;
    return true;
  }
  virtual void release(std::size_t permits = 1) {
    for (; permits > 0; --permits)
      give_back();
  }
  /// No permit is free.
  bool locked() const noexcept { return free == 0; }

protected:
  friend class scoped_hold<semaphore>;
  void give_back() {
    if (waiters.empty())
      ++free;
    else
      static_cast<acquire_awaiter &>(*waiters.front()).grant();
  }

  std::size_t free;
  detail::waiter_list waiters;
};

/// A semaphore that never has more permits than at first: giving back one that
/// nobody took is value_error.
/// Thread safety, invariants, errors: as semaphore. Python: asyncio.BoundedSemaphore.
class bounded_semaphore final : public semaphore {
public:
  explicit bounded_semaphore(std::size_t permits = 1) noexcept : semaphore(permits), bound(permits) {}
  void release(std::size_t permits = 1) override {
    if (permits > bound - free)
      throw value_error("a bounded semaphore is released more often than it was acquired");
    semaphore::release(permits);
  }

private:
  std::size_t bound;
};

} // namespace heddle::rt::aio

#endif // HEDDLE_RT_AIO_SEMAPHORE_H
