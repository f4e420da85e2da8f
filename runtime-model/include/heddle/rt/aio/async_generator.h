//===- async_generator.h - a coroutine that gives its values one by one ---===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   async_generator<std::string> lines(stream_reader &in) {
//     for (std::string line; !(line = co_await in.readline()).empty();) co_yield line;
//   }
//
//   auto all = lines(in);
//   while (auto line = co_await all.next()) use(*line);
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_ASYNC_GENERATOR_H
#define HEDDLE_RT_AIO_ASYNC_GENERATOR_H

#include "heddle/rt/aio/task.h"
#include "heddle/rt/generator.h"

namespace heddle::rt::aio {

template <class Yield, class Send> class async_generator;

namespace detail {

template <class Yield, class Send> struct async_generator_promise : async_frame {
  using sent_type = std::conditional_t<std::is_void_v<Send>, bool, Send>;
  std::optional<Yield> yielded;
  std::optional<sent_type> sent;
  std::exception_ptr injected;
  std::exception_ptr error;
  bool started = false;
  bool running = false;

  struct yield_awaiter {
    async_generator_promise &promise;
    explicit yield_awaiter(async_generator_promise &of) noexcept : promise(of) {}
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<>) const noexcept {
      promise.running = false;
      promise.give_back();
    }
    Send await_resume() {
      if (promise.injected)
        std::rethrow_exception(std::exchange(promise.injected, nullptr));
      if constexpr (!std::is_void_v<Send>) {
        Send value = promise.sent ? std::move(*promise.sent) : Send();
        promise.sent.reset();
        return value;
      }
    }
  };

  async_generator<Yield, Send> get_return_object() noexcept { return async_generator<Yield, Send>(*this); }
  std::suspend_always initial_suspend() const noexcept { return {}; }
  final_awaiter final_suspend() noexcept {
    running = false;
    return {};
  }
  template <std::convertible_to<Yield> U> yield_awaiter yield_value(U &&value) {
    yielded.emplace(std::forward<U>(value));
    return yield_awaiter(*this);
  }
  void return_void() noexcept {}
  void unhandled_exception() noexcept { error = std::current_exception(); }
};

} // namespace detail

/// A coroutine that awaits and gives `Yield`s, and is sent `Send`s.
///
/// Thread safety: the loop's thread; one task at a time steps it.
/// Invariants: suspended at a co_yield, or before its first step, between two
/// steps. Its destructor destroys the frame where it waits: what it holds goes at
/// the end of the scope and not some time later, so there is nothing to shut
/// down with the loop. Clean-up that must await is done by `co_await g.aclose()`.
/// Errors: what the body throws, also cancelled_error, leaves the step and ends
/// the generator; a step while another task's is under way, and sending to one
/// that has not begun, throw misuse_error.
/// Python: asynchronous generator, `async for`.
template <class Yield, class Send = void> class [[nodiscard]] async_generator {
public:
  using promise_type = detail::async_generator_promise<Yield, Send>;

  async_generator() = default;

  class step_awaiter {
  public:
    explicit step_awaiter(detail::owned_frame<promise_type> &held) : held(held) {
      if (held && held.promise().running)
        throw misuse_error("the asynchronous generator is running already");
    }
    bool await_ready() const noexcept { return !held || held.done(); }
    template <std::derived_from<detail::async_frame> Promise>
    void await_suspend(std::coroutine_handle<Promise> caller) noexcept {
      promise_type &promise = held.promise();
      promise.started = promise.running = true;
      caller.promise().call(promise);
    }
    std::optional<Yield> await_resume() {
      if (!held)
        return std::nullopt;
      if (!held.done())
        return std::exchange(held.promise().yielded, std::nullopt);
      if (std::exception_ptr error = std::exchange(held.promise().error, nullptr))
        std::rethrow_exception(std::move(error));
      return std::nullopt;
    }

  private:
    detail::owned_frame<promise_type> &held;
  };

  /// Runs to the next co_yield; std::nullopt: it has ended. Python: anext(g).
  step_awaiter next() { return step_awaiter(held); }
  /// The same; the value is what the co_yield gives inside. Python: g.asend.
  template <std::convertible_to<typename promise_type::sent_type> Value>
    requires(!std::is_void_v<Send>)
  step_awaiter asend(Value &&value) {
    step_awaiter step(held);
    if (!ended()) {
      if (!held.promise().started)
        throw misuse_error("cannot send to a generator that has not begun: await next() first");
      held.promise().sent.emplace(std::forward<Value>(value));
    }
    return step;
  }
  /// The same; the co_yield throws inside. Where the generator has not begun or
  /// has ended, the exception comes back at once. Python: g.athrow.
  step_awaiter athrow(std::exception_ptr error) {
    step_awaiter step(held);
    if (ended() || !held.promise().started) {
      held.reset();
      std::rethrow_exception(std::move(error));
    }
    held.promise().injected = std::move(error);
    return step;
  }
  /// Ends it by generator_exit at the co_yield where it waits; the body may still
  /// await, but give no value: that is misuse_error. Python: g.aclose.
  task<> aclose() {
    if (!ended() && held.promise().started) {
      try {
        const std::optional<Yield> ignored = co_await athrow(std::make_exception_ptr(generator_exit()));
        if (ignored)
          throw misuse_error("the asynchronous generator ignored generator_exit");
      } catch (const generator_exit &) {
      }
    }
    held.reset();
  }

  bool ended() const noexcept { return !held || held.done(); }

private:
  friend promise_type;
  explicit async_generator(promise_type &promise) noexcept : held(promise) {
    promise.self = std::coroutine_handle<promise_type>::from_promise(promise);
  }

  detail::owned_frame<promise_type> held;
};

} // namespace heddle::rt::aio

#endif // HEDDLE_RT_AIO_ASYNC_GENERATOR_H
