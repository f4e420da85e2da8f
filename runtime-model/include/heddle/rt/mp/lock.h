//===- lock.h - locks between processes ----------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// When a process dies while it holds a lock, what the lock guards may be half
// changed. The lock is then *orphaned*: lock() and its like throw owner_died and
// do not hold it, for everybody, until somebody who can mend the data takes it
// with recover(). So the death is never overlooked, and never a hang.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_MP_LOCK_H
#define HEDDLE_RT_MP_LOCK_H

#include "heddle/rt/mp/robust_mutex.h"
#include "heddle/rt/mp/shared_block.h"

namespace heddle::rt::mp {

class condition;

/// A process died while it held the lock. Python: none (the others hang).
class owner_died : public process_error {
public:
  explicit owner_died(const std::string &what = "a process died while it held the lock") : process_error(what) {}
};

namespace detail {

/// What both kinds of lock are; a handle, whose copies are the same lock.
class HEDDLE_RT_CAPABILITY("mutex") basic_lock {
public:
  void lock() HEDDLE_RT_ACQUIRE();
  bool try_lock() HEDDLE_RT_TRY_ACQUIRE(true) { return acquire(std::chrono::nanoseconds(0)); }
  bool try_lock_for(std::chrono::nanoseconds limit) HEDDLE_RT_TRY_ACQUIRE(true) { return acquire(limit); }
  bool try_lock_until(clock::time_point end) HEDDLE_RT_TRY_ACQUIRE(true) { return take(deadline(end)); }
  void unlock() HEDDLE_RT_RELEASE();

  /// False if the timeout came first. Python: Lock.acquire(timeout=...).
  bool acquire(timeout limit = {}) HEDDLE_RT_TRY_ACQUIRE(true) { return take(deadline(limit)); }
  /// Python: Lock.release().
  void release() HEDDLE_RT_RELEASE() { unlock(); }

  /// Takes the lock, orphaned or not, and makes it whole again. True if it was
  /// orphaned: the caller holds it and mends what it guards.
  bool recover() HEDDLE_RT_ACQUIRE();
  /// Whether a process died while it held the lock, and nobody recovered it. It
  /// is found out by who next wants the lock.
  bool orphaned() const { return shared->orphaned.load(std::memory_order_relaxed); }
  /// The calling thread holds it.
  bool held() const { return shared->mutex.owned(); }

  /// For the arguments of a process.
  void to_wire(wire_writer &out) const { shared.to_wire(out); }

protected:
  struct state {
    explicit state(robust_mutex::kind k) : mutex(k) {}
    robust_mutex mutex;
    /// Changed while `mutex` is held; atomic for orphaned(), which looks without.
    std::atomic<bool> orphaned{false};
  };
  explicit basic_lock(robust_mutex::kind k) : shared(shared_object<state>::make(0, k)) {}
  explicit basic_lock(shared_object<state> inherited) : shared(std::move(inherited)) {}
  bool take(const deadline &end) HEDDLE_RT_TRY_ACQUIRE(true);

  shared_object<state> shared;
  friend class heddle::rt::mp::condition;
};

} // namespace detail

/// A lock between threads of several processes; works with the guards of rt and
/// std. Its other name is mp::lock (a class of that name could have no function
/// lock()).
///
/// Python: multiprocessing.Lock, which anybody may release; here only the thread
/// that holds it may (a semaphore(1) may be released by anybody).
/// Thread safety: from all threads of all processes that have a handle.
/// Invariant: at most one thread holds it; a forked child holds none of its
/// parent's. The last handle of a process must not go while it holds the lock.
/// Errors: owner_died, see the head of this file; deadlock_error if the thread
/// that holds it locks it again; misuse_error from unlock() by another.
/// Source: pthread_mutexattr_setrobust(3).
class mutex : public detail::basic_lock {
public:
  mutex() : basic_lock(detail::robust_mutex::kind::once) {}
  static mutex from_wire(wire_reader &in) { return mutex(detail::shared_object<state>::from_wire(in)); }

private:
  using basic_lock::basic_lock;
};

using lock = mutex;

/// As mutex, but the thread that holds it may lock it again, and gives it back
/// with the last unlock(). Python: multiprocessing.RLock.
class recursive_lock : public detail::basic_lock {
public:
  recursive_lock() : basic_lock(detail::robust_mutex::kind::recursive) {}
  static recursive_lock from_wire(wire_reader &in) {
    return recursive_lock(detail::shared_object<state>::from_wire(in));
  }

private:
  using basic_lock::basic_lock;
};

} // namespace heddle::rt::mp

#endif // HEDDLE_RT_MP_LOCK_H
