//===- guarded.h - a value that is reached only under its lock -----------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   guarded<std::map<int, int>> scores;
//   scores.with([](auto &map) { ++map[7]; });
//   { auto map = scores.lock(); ++(*map)[7]; map->erase(3); }
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_GUARDED_H
#define HEDDLE_RT_GUARDED_H

#include "heddle/rt/lock.h"
#include <functional>
#include <type_traits>
#include <utility>

namespace heddle::rt {

/// A value together with the lock that guards it; there is no way to the value
/// past the lock.
///
/// Thread safety: all functions from all threads.
/// Invariant: references to the value live no longer than the guard or the call
/// they came from; keeping one is the one mistake left.
/// Errors: those of the lock: lock() or with() inside with() of the same value
/// is deadlock_error.
/// Python: none.
template <class T, class Lock = mutex> class guarded {
  static_assert(!std::is_reference_v<T>, "a reference can be reached elsewhere without the lock");

  /// Points to the value and holds the lock. It can be moved; a moved-from one
  /// only can be destroyed.
  template <class Value, class Guarded> class pointer {
  public:
    pointer(pointer &&other) noexcept : from(std::exchange(other.from, nullptr)) {}
    pointer &operator=(pointer &&) = delete;
    ~pointer() {
      if (from)
        from->m.unlock();
    }

    /// False only if try_lock() did not get the lock in time, or after a move.
    explicit operator bool() const { return from != nullptr; }
    Value &operator*() const { return from->value; }
    Value *operator->() const { return &from->value; }

  private:
    friend guarded;
    explicit pointer(Guarded *holder) : from(holder) {}
    Guarded *from;
  };

public:
  using guard = pointer<T, guarded>;
  using const_guard = pointer<const T, const guarded>;

  template <class... Args>
    requires std::constructible_from<T, Args...>
  explicit guarded(Args &&...args) : value(std::forward<Args>(args)...) {}
  guarded(const guarded &) = delete;
  guarded &operator=(const guarded &) = delete;

  /// Calls `f(value)` under the lock and returns what it returns, which cannot be
  /// a reference.
  template <class F> decltype(auto) with(F &&f) {
    static_assert(!std::is_reference_v<std::invoke_result_t<F, T &>>, "a reference would outlive the lock");
    std::lock_guard<Lock> held(m);
    return std::invoke(std::forward<F>(f), value);
  }
  template <class F> decltype(auto) with(F &&f) const {
    static_assert(!std::is_reference_v<std::invoke_result_t<F, const T &>>, "a reference would outlive the lock");
    std::lock_guard<Lock> held(m);
    return std::invoke(std::forward<F>(f), value);
  }

  guard lock() HEDDLE_RT_NO_THREAD_SAFETY_ANALYSIS { // the guard carries the lock out
    m.lock();
    return guard(this);
  }
  const_guard lock() const HEDDLE_RT_NO_THREAD_SAFETY_ANALYSIS {
    m.lock();
    return const_guard(this);
  }
  /// A guard that is false if the timeout (none: at once) came first.
  guard try_lock(std::chrono::nanoseconds limit = {}) HEDDLE_RT_NO_THREAD_SAFETY_ANALYSIS {
    return guard(m.acquire(limit) ? this : nullptr);
  }

  /// A copy of the value, made under the lock.
  T copy() const
    requires std::copy_constructible<T>
  {
    std::lock_guard<Lock> held(m);
    return value;
  }

private:
  mutable Lock m;
  T value;
};

template <class T> guarded(T) -> guarded<T>;

} // namespace heddle::rt

#endif // HEDDLE_RT_GUARDED_H
