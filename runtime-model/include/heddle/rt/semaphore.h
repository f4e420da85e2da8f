//===- semaphore.h - a number of permits ---------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   semaphore slots(2);
//   { std::lock_guard one(slots); ... }     two threads at most in here
//
// Python: threading.Semaphore, threading.BoundedSemaphore.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_SEMAPHORE_H
#define HEDDLE_RT_SEMAPHORE_H

#include "heddle/rt/stop.h"
#include "heddle/rt/time.h"
#include <atomic>
#include <cstddef>
#include <limits>

namespace heddle::rt {

/// Permits that threads take and give back. The thread that gives one back need
/// not be the one that took it. lock() and unlock() are other names of acquire()
/// and release(), for guards.
///
/// Thread safety: all functions from all threads; destroy it when no call is
/// under way (as std::counting_semaphore).
/// Invariant: permits never go below zero. A thread that waits has first
/// announced itself and then looked for a permit; a thread that releases first
/// adds the permit and then looks for announced ones. Both steps are
/// sequentially consistent, so one of the two sees the other, and no wake-up is lost.
/// Errors: a negative number of permits is value_error, and so is one beyond the
/// largest std::ptrdiff_t.
/// Python: threading.Semaphore.
class semaphore {
public:
  explicit semaphore(std::ptrdiff_t permits = 1);
  semaphore(const semaphore &) = delete;
  semaphore &operator=(const semaphore &) = delete;

  /// Takes a permit; waits for one. False if the timeout came first.
  /// Python: Semaphore.acquire(timeout=...).
  bool acquire(timeout limit = {}) { return try_acquire() || wait_for_permit(deadline(limit)); }
  /// Takes a permit; waits for one. False if a stop was requested first.
  bool acquire(const std::stop_token &stop) { return try_acquire() || wait_for_permit(stop); }
  /// Takes a permit if there is one. Python: Semaphore.acquire(blocking=False).
  bool try_acquire() {
    auto seen = permits.load();
    while (seen > 0)
      if (permits.compare_exchange_weak(seen, seen - 1))
        return true;
    return false;
  }
  /// Gives back `n` permits (n >= 1). Python: Semaphore.release(n).
  void release(std::ptrdiff_t n = 1) {
    add(n);
    if (waiting.load() > 0)
      wake(n);
  }

  void lock() { acquire(); }
  bool try_lock() { return try_acquire(); }
  void unlock() { release(); }

protected:
  semaphore(std::ptrdiff_t initial, std::ptrdiff_t limit);

private:
  void add(std::ptrdiff_t n) {
    auto seen = permits.load();
    do {
      if (n < 1 || n > most - seen)
        refuse(n);
    } while (!permits.compare_exchange_weak(seen, seen + n));
  }
  [[noreturn]] void refuse(std::ptrdiff_t n) const;
  bool wait_for_permit(const deadline &end);
  bool wait_for_permit(const std::stop_token &stop);
  void wake(std::ptrdiff_t n);

  const std::ptrdiff_t most;
  std::atomic<std::ptrdiff_t> permits;
  std::atomic<int> waiting = 0; // changed under m
  std::mutex m;
  std::condition_variable released;
};

/// A semaphore that never has more permits than in the beginning: release()
/// without acquire() is value_error and changes nothing.
/// Python: threading.BoundedSemaphore.
class bounded_semaphore : public semaphore {
public:
  explicit bounded_semaphore(std::ptrdiff_t permits = 1) : semaphore(permits, permits) {}
};

} // namespace heddle::rt

#endif // HEDDLE_RT_SEMAPHORE_H
