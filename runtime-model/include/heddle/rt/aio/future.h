//===- future.h - a result that an event loop waits for -------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   future<int> f = loop.create_future<int>();
//   loop.call_later(1s, [f] { f.set_result(42); });
//   int n = co_await f;
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_FUTURE_H
#define HEDDLE_RT_AIO_FUTURE_H

#include "heddle/rt/aio/callback.h"
#include "heddle/rt/aio/future_core.h"

namespace heddle::rt::aio {

template <class T = void> class future;

namespace detail {

/// A future with room for its value.
template <class T> struct future_state : future_core {
  using future_core::future_core;
  result_slot<T> slot;
};

/// Waits until one future is done, whatever its outcome.
class done_waiter : public waiter, public completion {
public:
  explicit done_waiter(std::shared_ptr<future_core> awaited) noexcept : awaited(std::move(awaited)) {}
  ~done_waiter() { stop_watching(); }

  bool await_ready() const noexcept { return awaited->done(); }
  template <std::derived_from<async_frame> Promise> void await_suspend(std::coroutine_handle<Promise> handle) {
    refuse_self(handle.promise().runner);
    awaited->add(*this);
    watching = true;
    suspend(handle);
  }
  void await_resume() { resumed(); }

protected:
  const std::shared_ptr<future_core> awaited;

private:
  void refuse_self(execution *runner) const;
  void completed(future_core &) override {
    watching = false;
    wake();
  }
  void cancel(const std::string &message, std::vector<future_core *> &) override {
    stop_watching();
    end_cancelled(message);
  }
  void stop_watching() noexcept {
    if (std::exchange(watching, false))
      awaited->remove(*this);
  }

  bool watching = false;
};

/// Waits for the value of a future. Cancelling the waiting task cancels the
/// future, and the wait ends when the future does.
class future_waiter : public done_waiter {
public:
  using done_waiter::done_waiter;

protected:
  void finish_wait() {
    resumed();
    awaited->check_value();
  }

private:
  void cancel(const std::string &, std::vector<future_core *> &others) final { others.push_back(awaited.get()); }
};

/// The same without the value.
class future_completion final : public future_waiter {
public:
  using future_waiter::future_waiter;
  void await_resume() { finish_wait(); }
};

/// Awaiting a named handle reads the value, awaiting a temporary takes it.
template <class T, bool Take> class future_awaiter final : public future_waiter {
public:
  future_awaiter(std::shared_ptr<future_core> awaited, result_slot<T> &slot) noexcept
      : future_waiter(std::move(awaited)), slot(slot) {}

  decltype(auto) await_resume() {
    finish_wait();
    if constexpr (Take)
      return slot.take();
    else
      return slot.read();
  }

private:
  result_slot<T> &slot;
};

} // namespace detail

/// What all handles to futures and tasks can do whatever their value is. Copies
/// share the future.
///
/// Thread safety: the loop's thread only; handles may be copied and destroyed on
/// any. Errors: every function of an empty handle throws invalid_state_error.
class any_future {
public:
  any_future() = default;
  explicit any_future(std::shared_ptr<detail::future_core> shared) noexcept : shared(std::move(shared)) {}

  bool valid() const noexcept { return bool(shared); }
  event_loop &get_loop() const { return core().loop(); }

  /// Has a value, an exception, or is cancelled.
  bool done() const { return core().done(); }
  bool cancelled() const { return core().cancelled(); }

  /// A future becomes cancelled and whoever awaits it gets cancelled_error. A
  /// task gets cancelled_error from the await where it waits, or from the next
  /// one that suspends; it may clean up, or go on. False if it was done already.
  /// Python: Future.cancel, Task.cancel(msg).
  bool cancel(const std::string &message = "cancelled") const { return core().cancel(message); }

  /// The exception it ended with, null if it has a value. Throws cancelled_error
  /// if it was cancelled, invalid_state_error if it is not done.
  std::exception_ptr exception() const;

  /// Runs `callback()` from the loop once it is done; soon, if it is already.
  template <std::invocable F> callback_handle add_done_callback(F callback) const;

  /// The same future, not an equal one.
  friend bool operator==(const any_future &, const any_future &) = default;

  /// For other parts of the runtime.
  detail::future_core &core() const {
    if (!shared)
      throw invalid_state_error("this handle refers to no future");
    return *shared;
  }
  const std::shared_ptr<detail::future_core> &share() const noexcept { return shared; }

private:
  std::shared_ptr<detail::future_core> shared;
};

/// A future or a task, by the type of its value: what can be awaited and asked.
///
/// Thread safety, errors: as any_future.
/// Invariants: awaited by any number of tasks, any number of times. `co_await h`
/// and `h.result()` give a const reference that lives as long as some handle;
/// `co_await std::move(h)` and `std::move(h).result()` take the value out, and
/// who asks later gets invalid_state_error. An exception that nobody asked for
/// is reported when the last handle goes.
template <class T> class result_handle : public any_future {
public:
  using value_type = T;
  using reference = typename detail::result_slot<T>::reference;

  result_handle() = default;
  result_handle(std::shared_ptr<detail::future_core> shared, detail::result_slot<T> &slot) noexcept
      : any_future(std::move(shared)), slot(&slot) {}

  /// Throws what the work threw, cancelled_error, invalid_state_error if it is
  /// not done. Python: Future.result().
  reference result() const & {
    core().check_value();
    return slot->read();
  }
  T result() && {
    core().check_value();
    return slot->take();
  }

  /// For other parts of the runtime, where others may want the value too.
  T copy_or_take() {
    if constexpr (std::is_void_v<T> || std::is_copy_constructible_v<T>)
      return result();
    else
      return std::move(*this).result();
  }

  detail::future_awaiter<T, false> operator co_await() const & { return {checked(), *slot}; }
  detail::future_awaiter<T, true> operator co_await() && { return {checked(), *slot}; }

protected:
  detail::result_slot<T> *slot = nullptr;

private:
  std::shared_ptr<detail::future_core> checked() const {
    core();
    return share();
  }
};

/// A result that comes later, made by a callback. What another thread makes is
/// a `rt::future`; `wrap_future` leads from there to here.
///
/// Thread safety, invariants, errors: as result_handle. A second result is
/// invalid_state_error.
/// Python: asyncio.Future.
template <class T> class future : public result_handle<T> {
public:
  using result_handle<T>::result_handle;

  /// `f.set_result(value)`, or `f.set_result()` for void.
  template <class... Value>
    requires(std::is_void_v<T> ? sizeof...(Value) == 0 : sizeof...(Value) == 1)
  void set_result(Value &&...value) const {
    refuse_done();
    this->slot->set_value(std::forward<Value>(value)...);
    this->core().finish_value();
  }
  void set_exception(std::exception_ptr error) const {
    refuse_done();
    this->core().finish_exception(std::move(error));
  }
  template <std::derived_from<std::exception> Error> void set_exception(Error error) const {
    set_exception(std::make_exception_ptr(std::move(error)));
  }

private:
  void refuse_done() const {
    if (this->done())
      throw invalid_state_error("the future is done already");
  }
};

} // namespace heddle::rt::aio

#endif // HEDDLE_RT_AIO_FUTURE_H
