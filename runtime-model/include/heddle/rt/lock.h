//===- lock.h - mutual exclusion -----------------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   lock m;
//   lock_guard guard(m);                 until the end of the block
//   if (m.acquire(100ms)) { ... m.release(); }
//   lock_all both(a.m, b.m);             in any order, without deadlock
//
// Python: threading.Lock, threading.RLock, `with lock`.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_LOCK_H
#define HEDDLE_RT_LOCK_H

#include "heddle/rt/error.h"
#include "heddle/rt/thread_annotations.h"
#include "heddle/rt/time.h"
#include <atomic>
#include <mutex>
#include <thread>

namespace heddle::rt {

class condition;
class recursive_lock;

/// A lock with an owner. Its other name is rt::lock (a class of that name could
/// have no function lock()).
///
/// Thread safety: all functions from all threads; destroy it only when no thread
/// holds it or waits for it.
/// Invariant: `owner` names the thread between its lock() and its unlock(), and
/// nobody else; only the owner writes its own name there.
/// Errors: taking it twice in one thread is deadlock_error (Python waits for
/// ever), releasing what another thread or nobody holds is misuse_error (Python
/// lets any thread release: where one gives a sign to another, use
/// rt::semaphore(0) or rt::event). A thread must not end while it holds the lock.
/// Works with std::lock_guard, std::unique_lock, std::scoped_lock ([thread.timedmutex.requirements]).
/// Python: threading.Lock.
class HEDDLE_RT_CAPABILITY("mutex") mutex {
public:
  mutex() = default;
  mutex(const mutex &) = delete;
  mutex &operator=(const mutex &) = delete;

  void lock() HEDDLE_RT_ACQUIRE() {
    auto self = std::this_thread::get_id();
    refuse_owner(self);
    take(self);
  }
  /// False if somebody holds it, also the caller.
  bool try_lock() HEDDLE_RT_TRY_ACQUIRE(true) {
    if (held() || !native.try_lock())
      return false;
    own();
    return true;
  }
  /// False if the time came first.
  bool try_lock_until(clock::time_point end) HEDDLE_RT_TRY_ACQUIRE(true);
  bool try_lock_for(std::chrono::nanoseconds limit) HEDDLE_RT_TRY_ACQUIRE(true) { return acquire(limit); }
  void unlock() HEDDLE_RT_RELEASE() {
    if (!held())
      refuse_stranger();
    give();
  }

  /// False if the timeout came first. Python: Lock.acquire(timeout=...).
  bool acquire(timeout limit = {}) HEDDLE_RT_TRY_ACQUIRE(true);
  /// Python: Lock.release().
  void release() HEDDLE_RT_RELEASE() { unlock(); }

  /// Somebody holds it, or did just now. Python: Lock.locked().
  bool locked() const { return owner.load(std::memory_order_relaxed) != std::thread::id(); }
  /// The calling thread holds it.
  bool held() const { return owner.load(std::memory_order_relaxed) == std::this_thread::get_id(); }

private:
  friend condition;
  friend recursive_lock;

  [[noreturn]] void refuse_stranger() const {
    throw misuse_error(locked() ? "release of a lock that another thread holds" : "release of an unlocked lock");
  }
  void refuse_owner(std::thread::id self) const {
    if (owner.load(std::memory_order_relaxed) == self)
      throw deadlock_error("the thread holds the lock already");
  }
  void take(std::thread::id self) {
    native.lock();
    owner.store(self, std::memory_order_relaxed);
  }
  void give() {
    owner.store(std::thread::id(), std::memory_order_relaxed);
    native.unlock();
  }
  void own() { owner.store(std::this_thread::get_id(), std::memory_order_relaxed); }

  std::mutex native;
  // Relaxed: a thread looks for its own name only, which it wrote or erased
  // itself; `native` orders everything else.
  std::atomic<std::thread::id> owner = {};
};

using lock = mutex;

/// A lock that its owner may take again; it is free when it was released as
/// often. Thread safety, errors and guards as mutex. Python: threading.RLock.
/// Invariant: `depth` belongs to the owner of `m`; it is 0 if and only if `m` is free.
class HEDDLE_RT_CAPABILITY("mutex") recursive_lock {
public:
  recursive_lock() = default;
  recursive_lock(const recursive_lock &) = delete;
  recursive_lock &operator=(const recursive_lock &) = delete;

  void lock() HEDDLE_RT_ACQUIRE() {
    auto self = std::this_thread::get_id();
    if (m.owner.load(std::memory_order_relaxed) != self)
      m.take(self);
    ++depth;
  }
  bool try_lock() HEDDLE_RT_TRY_ACQUIRE(true);
  bool try_lock_until(clock::time_point end) HEDDLE_RT_TRY_ACQUIRE(true);
  bool try_lock_for(std::chrono::nanoseconds limit) HEDDLE_RT_TRY_ACQUIRE(true) { return acquire(limit); }
  void unlock() HEDDLE_RT_RELEASE() {
    if (!m.held())
      m.refuse_stranger();
    if (--depth == 0)
      m.give();
  }

  bool acquire(timeout limit = {}) HEDDLE_RT_TRY_ACQUIRE(true);
  void release() HEDDLE_RT_RELEASE() { unlock(); }

  bool locked() const { return m.locked(); }
  bool held() const { return m.held(); }

private:
  friend condition;

  mutex m;
  unsigned depth = 0;
};

/// Holds a lock for a block. As std::lock_guard, and known to -Wthread-safety.
template <class Lock> class HEDDLE_RT_SCOPED_CAPABILITY lock_guard {
public:
  explicit lock_guard(Lock &given) HEDDLE_RT_ACQUIRE(given) : held(given) { held.lock(); }
  ~lock_guard() HEDDLE_RT_RELEASE() { held.unlock(); }
  lock_guard(const lock_guard &) = delete;
  lock_guard &operator=(const lock_guard &) = delete;

private:
  Lock &held;
};

/// Holds several locks for a block. The order in which they are named does not
/// matter: while it waits for one it holds none of the others (std::lock), so
/// no deadlock can come of it. Python: none.
template <class... Locks> class HEDDLE_RT_SCOPED_CAPABILITY lock_all {
public:
  explicit lock_all(Locks &...given) HEDDLE_RT_ACQUIRE(given...) : held(given...) {}
  ~lock_all() HEDDLE_RT_RELEASE() = default;
  lock_all(const lock_all &) = delete;
  lock_all &operator=(const lock_all &) = delete;

private:
  std::scoped_lock<Locks...> held;
};

} // namespace heddle::rt

#endif // HEDDLE_RT_LOCK_H
