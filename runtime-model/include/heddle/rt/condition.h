//===- condition.h - waiting for a change under a lock -------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   condition changed;                    or condition changed(m);
//   { std::lock_guard held(changed); changed.wait_for([&] { return ready; }); }
//   { std::lock_guard held(changed); ready = true; changed.notify(); }
//
// Python: threading.Condition.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_CONDITION_H
#define HEDDLE_RT_CONDITION_H

#include "heddle/rt/lock.h"
#include <condition_variable>
#include <functional>

namespace heddle::rt {

/// A condition with its lock: its own, or one shared with other conditions. It
/// is a lock itself (lock, try_lock, unlock), so guards take it.
///
/// Thread safety: all functions from all threads. A shared lock must live
/// longer. Destroy it when nobody waits.
/// Invariant: between the look at the state and the wait the lock is held all
/// the time, so a notify made under the lock cannot fall between them.
/// Errors: wait() and notify() without holding the lock are misuse_error.
/// wait() may also return without a notify ([thread.condition]/9): loop, or use
/// wait_for().
/// A recursive lock is given back as a whole while waiting, and taken again as
/// often as before.
class HEDDLE_RT_CAPABILITY("mutex") condition {
public:
  /// With a lock of its own (not recursive; Python's is).
  condition() : m(own) {}
  explicit condition(mutex &shared) : m(shared) {}
  explicit condition(recursive_lock &shared) : m(shared.m), depth(&shared.depth) {}
  condition(const condition &) = delete;
  condition &operator=(const condition &) = delete;

  void lock() HEDDLE_RT_ACQUIRE();
  bool try_lock() HEDDLE_RT_TRY_ACQUIRE(true);
  void unlock() HEDDLE_RT_RELEASE();

  /// Gives the lock back, waits for a notify and takes the lock again. False if
  /// the timeout came first. Python: Condition.wait(timeout).
  bool wait(timeout limit = {}) { return wait_until(limit); }

  /// Waits until `predicate()` holds, and returns what it said last: false only
  /// if the timeout came first. It is called with the lock held.
  /// Python: Condition.wait_for(predicate, timeout).
  template <std::predicate Predicate> bool wait_for(Predicate predicate, timeout limit = {}) {
    require_held("wait");
    deadline end(limit);
    while (!std::invoke(predicate))
      if (!wait_until(end))
        return std::invoke(predicate);
    return true;
  }

  /// Wakes up to `n` threads of those that wait. Python: Condition.notify(n).
  void notify(std::size_t n = 1);
  void notify_all();

private:
  bool wait_until(const deadline &end);
  void require_held(const char *call) const;

  mutex own;
  mutex &m;
  unsigned *depth = nullptr; // of the recursive lock, if it is one
  std::condition_variable native;
};

} // namespace heddle::rt

#endif // HEDDLE_RT_CONDITION_H
