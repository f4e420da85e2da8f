//===- task.h - a coroutine that starts when it is awaited ----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   task<int> answer() { co_await aio::sleep(10ms); co_return 42; }
//
//   int n = co_await answer();          in another coroutine
//   int n = aio::run(answer());         in main
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_TASK_H
#define HEDDLE_RT_AIO_TASK_H

#include "heddle/rt/aio/frame.h"
#include "heddle/rt/aio/result_slot.h"
#include <concepts>

namespace heddle::rt::aio {

template <class T> class task;

namespace detail {

/// The base of the promises that may await: their `runner` is a task_core.
struct async_frame : frame {};

/// Warns that a coroutine was destroyed before anything awaited it.
void report_never_awaited(std::coroutine_handle<> coroutine) noexcept;

template <class T> struct task_promise_base : async_frame {
  result_slot<T> result;

  std::suspend_always initial_suspend() const noexcept { return {}; }
  final_awaiter final_suspend() const noexcept { return {}; }
  void unhandled_exception() noexcept { result.set_exception(std::current_exception()); }
};

template <class T> struct task_promise : task_promise_base<T> {
  task<T> get_return_object() noexcept;
  template <std::convertible_to<T> U = T> void return_value(U &&value) {
    this->result.set_value(std::forward<U>(value));
  }
};

template <> struct task_promise<void> : task_promise_base<void> {
  task<void> get_return_object() noexcept;
  void return_void() noexcept {}
};

} // namespace detail

/// A coroutine, and what it will return.
///
/// Calling a function that returns a task runs none of its body. The body
/// starts when the task is awaited, and not on the stack of who awaits it: a
/// chain of a million awaits does not grow the stack. To let it run by itself,
/// give it to `create_task` or `run`.
///
/// Thread safety: none; a task and all that it awaits run on their loop's
/// thread. A task that was not started may be handed to another thread.
/// Invariants: started at most once; owns its frame until the result is taken.
/// Errors: awaiting rethrows what the body threw. Awaiting an empty task (moved
/// from, or awaited before) throws misuse_error. A task that is destroyed before
/// it was started is reported to the warnhook (debug.h).
/// Python: a coroutine object (`async def`).
template <class T = void> class [[nodiscard]] task {
public:
  using promise_type = detail::task_promise<T>;
  using value_type = T;

  task() = default;
  task(task &&) = default;
  task &operator=(task &&other) noexcept {
    if (this != &other) {
      report_if_unstarted();
      held = std::move(other.held);
    }
    return *this;
  }
  ~task() { report_if_unstarted(); }

  /// Whether there is a coroutine to await.
  explicit operator bool() const noexcept { return bool(held); }

  /// Destroys the coroutine unstarted, without the report.
  /// Python: `coroutine.close()`.
  void close() noexcept { held.reset(); }

  class awaiter {
  public:
    explicit awaiter(task &awaited) : held(awaited.held) {
      if (!held)
        throw misuse_error("cannot await an empty task: it was moved from or awaited before");
    }
    bool await_ready() const noexcept { return false; }
    template <std::derived_from<detail::async_frame> Promise>
    void await_suspend(std::coroutine_handle<Promise> caller) noexcept {
      caller.promise().call(held.promise());
    }
    T await_resume() {
      struct at_the_end {
        detail::owned_frame<promise_type> &held;
        ~at_the_end() { held.reset_ended(); }
      } destroyed{held};
      return held.promise().result.take();
    }

  private:
    detail::owned_frame<promise_type> &held;
  };

  /// Starts the body and waits for its end. A task is awaited once, so a
  /// variable is awaited as `co_await std::move(variable)`.
  awaiter operator co_await() && { return awaiter(*this); }

  /// For other parts of the runtime: the coroutine itself.
  detail::owned_frame<promise_type> release() && noexcept { return std::move(held); }

private:
  friend promise_type;
  explicit task(promise_type &promise) noexcept : held(promise) {
    promise.self = std::coroutine_handle<promise_type>::from_promise(promise);
  }

  void report_if_unstarted() noexcept {
    if (held && !held.promise().runner)
      detail::report_never_awaited(held.promise().self);
  }

  detail::owned_frame<promise_type> held;
};

namespace detail {

template <class T> task<T> task_promise<T>::get_return_object() noexcept {
  return task<T>(*this);
}
inline task<void> task_promise<void>::get_return_object() noexcept {
  return task<void>(*this);
}

} // namespace detail
} // namespace heddle::rt::aio

#endif // HEDDLE_RT_AIO_TASK_H
