//===- barrier.h - a point where tasks meet -------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_BARRIER_H
#define HEDDLE_RT_AIO_BARRIER_H

#include "heddle/rt/aio/event_loop.h"

namespace heddle::rt::aio {

/// A number of tasks wait for each other and go on together, again and again.
///
/// Thread safety: the loop's thread only.
/// Invariants: who waits was neither released nor told that the barrier broke;
/// there are always fewer of them than parties. Who comes after the last of a
/// round belongs to the next one, also if the others did not run yet. A task
/// that is cancelled while it waits leaves the round; the others wait on.
/// Errors: broken_barrier_error for those whose round is aborted or reset, and
/// at once on a broken barrier; wait() can throw cancelled_error. Less than one
/// party is value_error.
/// Python: asyncio.Barrier.
class barrier {
public:
  explicit barrier(std::size_t parties) : size(parties) {
    if (parties < 1)
      throw value_error("a barrier needs at least one party");
  }
  barrier(const barrier &) = delete;
  barrier &operator=(const barrier &) = delete;

  class awaiter final : public detail::waiter {
  public:
    explicit awaiter(barrier &meeting) noexcept : meeting(meeting) {}
    bool await_ready() {
      if (meeting.is_broken)
        throw broken_barrier_error();
      place = meeting.waiters.size();
      if (place + 1 < meeting.size)
        return false;
      meeting.release();
      return true;
    }
    template <std::derived_from<detail::async_frame> Promise>
    void await_suspend(std::coroutine_handle<Promise> handle) {
      meeting.waiters.push_back(*this);
      suspend(handle);
    }
    std::size_t await_resume() {
      resumed();
      if (broken)
        throw broken_barrier_error();
      return place;
    }

  private:
    friend class barrier;
    barrier &meeting;
    std::size_t place = 0;
    bool broken = false;
  };

  /// Waits for the others. Gives a number from 0 to parties - 1, another in each
  /// task of the round: "the one with 0 cleans up".
  awaiter wait() noexcept { return awaiter(*this); }

  /// Breaks the barrier: all who wait, and all who come, get broken_barrier_error.
  void abort() {
    is_broken = true;
    break_round();
  }
  /// Makes it whole and empty; those who wait get broken_barrier_error.
  void reset() {
    is_broken = false;
    break_round();
  }

  bool broken() const noexcept { return is_broken; }
  std::size_t n_waiting() const noexcept { return waiters.size(); }
  std::size_t parties() const noexcept { return size; }

private:
  /// Somebody may have left since the others came: numbers are given anew.
  void release() {
    for (std::size_t place = 0; !waiters.empty(); ++place) {
      auto &next = static_cast<awaiter &>(*waiters.front());
      next.place = place;
      next.wake();
    }
  }
  void break_round() {
    while (!waiters.empty()) {
      auto &next = static_cast<awaiter &>(*waiters.front());
      next.broken = true;
      next.wake();
    }
  }

  const std::size_t size;
  bool is_broken = false;
  detail::waiter_list waiters;
};

} // namespace heddle::rt::aio

#endif // HEDDLE_RT_AIO_BARRIER_H
