//===- lock.h - one task at a time ----------------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   auto held = co_await lock.scoped();      released at the end of the scope
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_LOCK_H
#define HEDDLE_RT_AIO_LOCK_H

#include "heddle/rt/aio/event_loop.h"

namespace heddle::rt::aio {

/// What `co_await primitive.scoped()` gives: releases when it goes. Move-only.
template <class Primitive> class [[nodiscard]] scoped_hold {
public:
  explicit scoped_hold(Primitive &of) noexcept : of(&of) {}
  scoped_hold(scoped_hold &&other) noexcept : of(std::exchange(other.of, nullptr)) {}
  scoped_hold &operator=(scoped_hold &&other) noexcept {
    std::swap(of, other.of);
    return *this;
  }
  ~scoped_hold() { release(); }
  /// Earlier than at the end of the scope; a second call does nothing.
  void release() {
    if (Primitive *held = std::exchange(of, nullptr))
      held->give_back();
  }

private:
  Primitive *of;
};

/// A lock between tasks, held over awaits, which an rt::mutex must not be.
///
/// Thread safety: the loop's thread only.
/// Invariants: first come, first served: a release hands the lock to the task
/// that has waited longest. `owner` is the task that holds it, or that it was
/// handed to.
/// Errors: acquiring it twice in one task is deadlock_error (in Python the task
/// waits for ever); releasing it when it is free or another task's is
/// misuse_error; acquire() can throw cancelled_error, and then does not hold it.
/// Python: asyncio.Lock.
class lock {
public:
  lock() = default;
  lock(const lock &) = delete;
  lock &operator=(const lock &) = delete;

  class acquire_awaiter : public detail::receiver {
  public:
    explicit acquire_awaiter(lock &wanted) noexcept : wanted(wanted) {}
    ~acquire_awaiter() {
      if (granted)
        wanted.give_back();
    }
    bool await_ready() const { return wanted.take(get_running_loop().current()); }
    template <std::derived_from<detail::async_frame> Promise>
    void await_suspend(std::coroutine_handle<Promise> handle) {
      wanted.waiters.push_back(*this);
      suspend(handle);
    }
    void await_resume() { take_granted(); }

  protected:
    lock &wanted;

  private:
    friend class lock;
  };
  class scoped_awaiter final : public acquire_awaiter {
  public:
    using acquire_awaiter::acquire_awaiter;
    scoped_hold<lock> await_resume() {
      take_granted();
      return scoped_hold<lock>(wanted);
    }
  };

  /// Python: `await lock.acquire()`.
  acquire_awaiter acquire() noexcept { return acquire_awaiter(*this); }
  /// Python: `async with lock`.
  scoped_awaiter scoped() noexcept { return scoped_awaiter(*this); }

  void release() {
    if (!owner)
      throw misuse_error("release of a lock that is not held");
    if (!held())
      throw misuse_error("release of a lock that another task holds");
    give_back();
  }

  bool locked() const noexcept { return owner; }
  /// The running task holds it.
  bool held() const noexcept {
    event_loop *loop = running_loop();
    return owner && loop && loop->current() == owner;
  }

private:
  friend class scoped_hold<lock>;

  bool take(detail::task_core *task) {
    if (!owner) {
      owner = task;
      return true;
    }
    if (owner == task)
      throw deadlock_error("a task acquires a lock that it holds");
    return false;
  }
  void give_back() {
    owner = nullptr;
    if (waiters.empty())
      return;
    auto &next = static_cast<acquire_awaiter &>(*waiters.front());
    owner = next.waiting_task();
    next.grant();
  }

  detail::task_core *owner = nullptr;
  detail::waiter_list waiters;
};

} // namespace heddle::rt::aio

#endif // HEDDLE_RT_AIO_LOCK_H
