//===- future_state.h - what futures and promises share ------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The state behind a future: a lock, a condition, the phase, the value or the
// exception, who is to be told. Only the runtime's own files use it.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_FUTURE_STATE_H
#define HEDDLE_RT_FUTURE_STATE_H

#include "heddle/rt/error.h"
#include "heddle/rt/time.h"
#include "heddle/rt/unique_function.h"
#include <concepts>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace heddle::rt::detail {

class future_core;

/// Somebody who watches several futures and stops watching before they are done.
class done_watcher {
public:
  /// Called once, with the future's lock held: take your own lock, note it, and
  /// do not call the future.
  virtual void completed(future_core &done) noexcept = 0;

protected:
  ~done_watcher() = default;
};

/// Somebody who runs this thread and wants to know when it blocks on a future:
/// a pool, to tell that all its workers wait for each other.
class wait_observer {
public:
  /// May throw deadlock_error; then the wait does not happen.
  virtual void before_wait(future_core &awaited) = 0;
  virtual void after_wait(future_core &awaited) noexcept = 0;

protected:
  ~wait_observer() = default;
};

/// Sets the observer of the calling thread (null: none) and returns the old one.
wait_observer *observe_waits(wait_observer *observer) noexcept;

/// The half of the state that does not know the type of the value.
/// Thread safety: all functions from all threads.
class future_core : public std::enable_shared_from_this<future_core> {
public:
  using callback = unique_function<void(future_core &)>;

  future_core() = default;
  future_core(const future_core &) = delete;
  future_core &operator=(const future_core &) = delete;
  virtual ~future_core() = default;

  bool done() const;
  bool running() const;
  bool cancelled() const;
  bool cancel();

  /// False if the deadline came first.
  bool wait(const deadline &end);
  /// Throws timeout_error if the deadline came first.
  void wait_done(const deadline &end);
  /// Null if there is a value; throws cancelled_error. Only when done.
  std::exception_ptr exception() const;

  void add_callback(callback call);
  /// False if the future is done already: the watcher is not told.
  bool watch(done_watcher &watcher);
  void unwatch(done_watcher &watcher);

  /// pending -> running; false if cancelled.
  bool start();
  void set_exception(std::exception_ptr error);
  /// The promise is gone: broken_promise_error, if there is no result.
  void abandon() noexcept;

  /// Has an exception. Only for a watcher in completed(), or when done: without the lock.
  bool failed_unlocked() const noexcept { return now == phase::finished && error; }

  /// Who runs this work, if somebody does: compared, never followed.
  const void *executor = nullptr;

protected:
  enum class phase : unsigned char { pending, running, cancelled, finished };

  /// Takes the lock for setting the result; throws invalid_state_error if there is one.
  std::unique_lock<std::mutex> begin_finish();
  /// Publishes the result, wakes and tells everybody.
  void finish(std::unique_lock<std::mutex> held, phase last);
  /// Throws if there is no value to read.
  void check_value() const;

  mutable std::mutex m;
  std::condition_variable changed;
  phase now = phase::pending;
  bool taken = false;
  std::exception_ptr error;
  std::vector<callback> callbacks;
  std::vector<done_watcher *> watchers;
};

/// The state with its value.
/// Invariant: `value` is set before the phase is finished, and not touched after
/// it except by take(); so it is read without the lock.
template <class T> class future_state : public future_core {
  using stored =
      std::conditional_t<std::is_void_v<T>, std::monostate,
                         std::conditional_t<std::is_reference_v<T>, std::add_pointer_t<std::remove_reference_t<T>>, T>>;

public:
  using reference =
      std::conditional_t<std::is_void_v<T> || std::is_reference_v<T>, T, std::add_lvalue_reference_t<const T>>;

  template <class... Value> void set_value(Value &&...given) {
    auto held = begin_finish();
    if constexpr (std::is_reference_v<T>)
      value.emplace(std::addressof(given)...);
    else
      value.emplace(std::forward<Value>(given)...);
    finish(std::move(held), phase::finished);
  }

  reference read() const {
    check_value();
    if constexpr (std::is_reference_v<T>)
      return static_cast<T>(**value);
    else if constexpr (!std::is_void_v<T>)
      return *value;
  }

  T take() {
    check_value();
    if constexpr (std::is_reference_v<T>) {
      return static_cast<T>(**value);
    } else if constexpr (!std::is_void_v<T>) {
      mark_taken();
      return std::move(*value);
    }
  }

private:
  void mark_taken() {
    std::lock_guard guard(m);
    taken = true;
  }

  std::optional<stored> value;
};

} // namespace heddle::rt::detail

#endif // HEDDLE_RT_FUTURE_STATE_H
