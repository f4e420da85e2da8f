//===- monitor.h - a small state that processes wait on ------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Semaphore, event, barrier and queue between processes are all one thing: a
// few numbers in shared memory, changed under a lock, and processes that sleep
// until the numbers suit them. A process can be killed at any instruction, so:
//
// - the lock is robust: the kernel gives it back when its owner dies;
// - a change is made on a copy and becomes valid by *one* store. Who dies before
//   it has changed nothing, who dies after it has changed everything. There is
//   nothing to repair;
// - sleeping is a futex on a counter of changes, not a pthread_cond_t: in glibc
//   a waiter that is killed leaves its mark in the condition variable, and the
//   next signal may wait for it for ever;
// - sleepers are woken before the change is valid, and wait for the lock: nobody
//   can die between a change and its wake-up.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_MP_MONITOR_H
#define HEDDLE_RT_MP_MONITOR_H

#include "heddle/rt/mp/robust_mutex.h"
#include <climits>
#include <type_traits>

namespace heddle::rt::mp::detail {

/// A State in shared memory; State is small, trivially copyable and has ==.
///
/// Thread safety: from all threads of all processes that map it. The functions
/// given to it run under the lock, must not use the monitor, and if one throws,
/// nothing is changed.
/// Invariant: versions[current] is the state; the other is scratch.
template <class State> class monitor {
  static_assert(std::is_trivially_copyable_v<State>);

public:
  explicit monitor(const State &initial) : versions{initial, initial} {}

  /// Changes the state by f(State &) and returns what f returned.
  template <class F> auto change(F &&f) {
    transaction t(*this);
    State next = state();
    if constexpr (std::is_void_v<decltype(f(next))>) {
      f(next);
      t.commit(next);
    } else {
      auto result = f(next);
      t.commit(next);
      return result;
    }
  }

  /// A copy of the state; it may be old when the caller looks at it.
  State look() {
    transaction t(*this);
    return state();
  }

  /// Waits until `f(State &)` says true, and makes its changes valid. False if
  /// the deadline came first. Changes of an f that says false are dropped.
  template <class F> bool when(const deadline &end, F &&f) {
    while (true) {
      bool last = end.passed(); // before the look, so that there is one after the deadline
      std::uint32_t seen = 0;
      if (try_once(f, last, seen))
        return true;
      if (last)
        return false;
      futex_wait(changes, seen, end);
      sleepers.fetch_sub(1, std::memory_order_relaxed);
    }
  }

private:
  /// The lock for a scope. That the owner before died needs no treatment.
  struct transaction {
    explicit transaction(monitor &m) : m(m) { m.lock.lock(); }
    ~transaction() { m.lock.unlock(); }
    void commit(const State &next) {
      std::uint32_t now = m.current.load(std::memory_order_relaxed);
      if (next == m.versions[now])
        return;
      m.versions[1 - now] = next;
      m.wake();
      // Release: the new version is whole before it is the current one, also
      // for who takes the lock after this process was killed in between.
      m.current.store(1 - now, std::memory_order_release);
    }
    monitor &m;
  };

  /// Before the change is valid: whoever wakes up waits for the lock first and
  /// then sees it. After it, a kill in between would leave them asleep for ever.
  void wake() {
    changes.fetch_add(1, std::memory_order_relaxed);
    // A sleeper that was killed stays counted: that costs a system call which
    // wakes nobody, and no more.
    if (sleepers.load(std::memory_order_relaxed) != 0)
      futex_wake(changes, INT_MAX);
  }

  template <class F> bool try_once(F &f, bool last, std::uint32_t &seen) {
    transaction t(*this);
    State next = state();
    if (f(next)) {
      t.commit(next);
      return true;
    }
    if (last)
      return false;
    // Under the lock: whoever changes the state after this sees the sleeper.
    sleepers.fetch_add(1, std::memory_order_relaxed);
    seen = changes.load(std::memory_order_relaxed);
    return false;
  }

  const State &state() const { return versions[current.load(std::memory_order_acquire)]; }

  robust_mutex lock{robust_mutex::kind::once};
  State versions[2];
  std::atomic<std::uint32_t> current{0};
  /// The futex: how many changes there have been.
  std::atomic<std::uint32_t> changes{0};
  std::atomic<std::uint32_t> sleepers{0};
};

} // namespace heddle::rt::mp::detail

#endif // HEDDLE_RT_MP_MONITOR_H
