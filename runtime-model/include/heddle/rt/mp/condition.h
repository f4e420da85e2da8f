//===- condition.h - waiting for a change of shared data -----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_MP_CONDITION_H
#define HEDDLE_RT_MP_CONDITION_H

#include "heddle/rt/mp/lock.h"

namespace heddle::rt::mp {

/// Lets processes wait, under a lock, until another says that something changed;
/// a handle, whose copies are the same condition. It is its lock, too:
///
///   std::scoped_lock guard(changed);
///   changed.wait_for([&] { return items.get(0) > 0; });
///
/// Python: multiprocessing.Condition (whose lock is by default recursive; here it
/// is not). Standard: std::condition_variable_any.
/// Thread safety: from all threads of all processes that have a handle.
/// Invariant: wait() never misses a notify that comes after it gave the lock
/// back; it may return without one. However it is left, also by an exception,
/// the caller holds the lock.
/// Errors: misuse_error if the caller does not hold the lock; owner_died from
/// wait() if a process died with the lock meanwhile.
class HEDDLE_RT_CAPABILITY("mutex") condition {
public:
  condition() : condition(mutex()) {}
  explicit condition(mutex guard) : guard(std::move(guard)), changes(handle::make(0, 0u)) {}

  void lock() HEDDLE_RT_ACQUIRE() HEDDLE_RT_NO_THREAD_SAFETY_ANALYSIS { guard.lock(); }
  bool try_lock() HEDDLE_RT_TRY_ACQUIRE(true) HEDDLE_RT_NO_THREAD_SAFETY_ANALYSIS { return guard.try_lock(); }
  void unlock() HEDDLE_RT_RELEASE() HEDDLE_RT_NO_THREAD_SAFETY_ANALYSIS { guard.unlock(); }
  mutex &get_lock() { return guard; }

  /// Waits for a notify; false if the timeout came first.
  bool wait(timeout limit = {}) { return wait_until(deadline(limit)); }
  /// Waits until `ready()` holds; its value at the end.
  template <class Predicate> bool wait_for(Predicate ready, timeout limit = {}) {
    deadline end(limit);
    while (!ready())
      if (!wait_until(end))
        return ready();
    return true;
  }
  /// Wakes at least `n` of those who wait, if there are so many.
  void notify(std::size_t n = 1);
  void notify_all();

  /// For the arguments of a process.
  void to_wire(wire_writer &out) const {
    guard.to_wire(out);
    changes.to_wire(out);
  }
  static condition from_wire(wire_reader &in) {
    auto inherited = mutex::from_wire(in);
    return condition(std::move(inherited), handle::from_wire(in));
  }

private:
  using handle = detail::shared_object<std::atomic<std::uint32_t>>;
  condition(mutex guard, handle changes) : guard(std::move(guard)), changes(std::move(changes)) {}
  bool wait_until(const deadline &end);

  mutex guard;
  /// The futex: how many notifications there have been.
  handle changes;
};

} // namespace heddle::rt::mp

#endif // HEDDLE_RT_MP_CONDITION_H
