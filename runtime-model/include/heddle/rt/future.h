//===- future.h - a result that comes later ------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   promise<int> p;                     the side that makes the result
//   future<int> f = p.get_future();     the side that waits for it
//   p.set_result(42);
//   f.result();                         42, as often as asked
//
// A result goes through these states; nothing leads back:
//
//   pending ──> running ──> finished (with a value or an exception)
//      └──> cancelled
//
// Python: concurrent.futures.Future; the promise is the half of it that only
// executors call. Standard: [futures]; other than std::future, a future here
// can be copied, cancelled, asked more than once, and has callbacks.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_FUTURE_H
#define HEDDLE_RT_FUTURE_H

#include "heddle/rt/error.h"
#include "heddle/rt/future_state.h"
#include <functional>

namespace heddle::rt {

template <class T> class promise;

/// A handle to a result that comes later. Copies share the result.
///
/// Thread safety: different handles to one result may be used by all threads at
/// once; one handle as a shared_ptr: const functions from all threads,
/// assignment alone.
/// Invariants: once done, the state, value and exception never change (but see
/// result() &&). A default-constructed future has no result; every call but
/// valid() then throws invalid_state_error.
template <class T> class future {
public:
  using value_type = T;
  /// What result() of a named future gives: const T &, T & for references, void.
  using reference = typename detail::future_state<T>::reference;

  future() = default;

  bool valid() const { return state != nullptr; }

  /// Waits and gives the value; the reference lives as long as any handle.
  /// Throws what the work threw, cancelled_error, timeout_error, and
  /// deadlock_error where the pool can tell that the wait would never end.
  /// Python: Future.result(timeout).
  reference result(timeout limit = {}) const & {
    get().wait_done(limit);
    return get().read();
  }
  /// The same of a temporary (`pool.submit(f).result()`), or by
  /// `std::move(f).result()`: takes the value out. Every later result() throws
  /// invalid_state_error; no other thread may be reading the value.
  T result(timeout limit = {}) && {
    auto kept = std::move(state);
    if (!kept)
      throw invalid_state_error("the future has no result");
    kept->wait_done(limit);
    return kept->take();
  }

  /// Waits and gives the exception, null if there is a value. Throws
  /// cancelled_error, timeout_error, deadlock_error.
  /// Python: Future.exception(timeout).
  std::exception_ptr exception(timeout limit = {}) const {
    get().wait_done(limit);
    return get().exception();
  }

  /// Waits until done; false if the timeout came first.
  bool wait(timeout limit = {}) const { return get().wait(limit); }

  /// Has a value, an exception, or is cancelled. Python: Future.done().
  bool done() const { return get().done(); }
  /// Somebody is working on it; it can no longer be cancelled.
  bool running() const { return get().running(); }
  bool cancelled() const { return get().cancelled(); }

  /// Cancels work that has not begun; false if it runs or is finished.
  /// Python: Future.cancel().
  bool cancel() { return get().cancel(); }

  /// Calls `callback(future<T>)` once when done: at once if it is already, else
  /// in the thread that finishes or cancels, in the order of addition. What a
  /// callback throws goes to the excepthook. Python: Future.add_done_callback.
  template <class F>
    requires std::invocable<F &, future<T>>
  void add_done_callback(F callback) const {
    get().add_callback([callback = std::move(callback)](detail::future_core &core) mutable {
      auto self = std::static_pointer_cast<detail::future_state<T>>(core.shared_from_this());
      std::invoke(callback, future<T>(std::move(self)));
    });
  }

  /// The same result, not an equal one.
  friend bool operator==(const future &, const future &) = default;

  /// For other parts of the runtime: the shared state.
  explicit future(std::shared_ptr<detail::future_state<T>> shared) : state(std::move(shared)) {}
  detail::future_core &core() const { return get(); }

private:
  detail::future_state<T> &get() const {
    if (!state)
      throw invalid_state_error("the future has no result");
    return *state;
  }

  std::shared_ptr<detail::future_state<T>> state;
};

/// The side that makes the result.
///
/// Thread safety: one promise by one thread at a time; with its futures, none
/// needed. Invariant: a promise that is destroyed before it has a result gives
/// its futures broken_promise_error, so that nobody waits for ever.
/// Errors: a second result, or one after cancel(), is invalid_state_error.
/// A moved-from promise only can be destroyed or assigned to.
template <class T> class promise {
public:
  promise() : state(std::make_shared<detail::future_state<T>>()) {}
  promise(promise &&) noexcept = default;
  promise &operator=(promise &&other) noexcept {
    promise old(std::move(*this));
    state = std::move(other.state);
    return *this;
  }
  ~promise() {
    if (state)
      state->abandon();
  }

  /// May be called more than once; all share one result.
  future<T> get_future() const { return future<T>(state); }

  /// Begins the work: false if it was cancelled before, and then it must not be
  /// done. Throws invalid_state_error if it runs already or is finished.
  /// Python: Future.set_running_or_notify_cancel().
  bool set_running_or_notify_cancel() { return state->start(); }

  /// `p.set_result(value)`, or `p.set_result()` for void. Python: Future.set_result.
  template <class... Value>
    requires(std::is_void_v<T> ? sizeof...(Value) == 0 : sizeof...(Value) == 1)
  void set_result(Value &&...value) {
    state->set_value(std::forward<Value>(value)...);
  }
  /// Python: Future.set_exception. A null pointer is value_error.
  void set_exception(std::exception_ptr error) { state->set_exception(std::move(error)); }
  template <std::derived_from<std::exception> Error> void set_exception(Error error) {
    state->set_exception(std::make_exception_ptr(std::move(error)));
  }

  bool cancelled() const { return state->cancelled(); }

private:
  std::shared_ptr<detail::future_state<T>> state;
};

} // namespace heddle::rt

template <class T> struct std::hash<heddle::rt::future<T>> {
  std::size_t operator()(const heddle::rt::future<T> &f) const {
    return std::hash<const void *>()(f.valid() ? &f.core() : nullptr);
  }
};

#endif // HEDDLE_RT_FUTURE_H
