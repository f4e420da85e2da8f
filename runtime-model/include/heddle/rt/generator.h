//===- generator.h - a function that gives its values one by one ----------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   generator<int> countdown(int n) { for (; n > 0; --n) co_yield n; }
//   for (int n : countdown(3)) use(n);
//
//   generator<double, double> average() {          takes doubles, gives doubles
//     double sum = 0, count = 0;
//     for (double last = 0;; ++count) { sum += co_yield last; last = sum / (count + 1); }
//   }
//
//   int total = co_yield from(other());            gives all that other() gives
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_GENERATOR_H
#define HEDDLE_RT_GENERATOR_H

#include "heddle/rt/aio/frame.h"
#include "heddle/rt/aio/result_slot.h"
#include "heddle/rt/error.h"
#include <cstddef>
#include <iterator>
#include <ranges>

namespace heddle::rt {

template <class Yield, class Send, class Return> class generator;

/// Thrown into a generator by close(), at the co_yield where it waits. It is no
/// std::exception, so that only who means it, or everything, catches it.
/// Python: GeneratorExit.
class generator_exit {};

/// `co_yield from(g)`: gives what `g` gives; what is sent and thrown in goes to
/// `g`; its value is what `g` returns. Python: `yield from g`.
template <class Generator> struct from {
  explicit from(Generator inner) : inner(std::move(inner)) {}
  Generator inner;
};

namespace detail {

/// What passes between a generator and its user, at whatever depth.
template <class Yield, class Send> struct generator_traffic : aio::detail::execution {
  using sent_type = std::conditional_t<std::is_void_v<Send>, bool, Send>;
  std::optional<Yield> yielded;
  std::optional<sent_type> sent;
  std::exception_ptr injected;
  /// The innermost generator, which goes on next.
  aio::detail::frame *innermost = nullptr;
  bool running = false;
  bool started = false;
};

template <class Yield, class Send> struct generator_promise_base : aio::detail::frame {
  using traffic_type = generator_traffic<Yield, Send>;
  traffic_type own;
  /// Its own, or that of the outermost generator which delegates to it.
  traffic_type *traffic = &own;

  /// Suspends; on resumption gives what was sent, or throws what was thrown in.
  struct yield_awaiter {
    traffic_type &traffic;
    explicit yield_awaiter(traffic_type &through) noexcept : traffic(through) {}
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<>) const noexcept {}
    Send await_resume() {
      if (traffic.injected)
        std::rethrow_exception(std::exchange(traffic.injected, nullptr));
      if constexpr (!std::is_void_v<Send>) {
        Send value = traffic.sent ? std::move(*traffic.sent) : Send();
        traffic.sent.reset();
        return value;
      }
    }
  };

  /// Lets the inner generator go on in our place, until its end.
  template <class Return> struct delegation {
    generator_promise_base &outer;
    generator<Yield, Send, Return> inner;
    delegation(generator_promise_base &outer, generator<Yield, Send, Return> inner)
        : outer(outer), inner(std::move(inner)) {}
    bool await_ready() const noexcept { return inner.ended(); }
    void await_suspend(std::coroutine_handle<>) {
      auto &promise = inner.held.promise();
      promise.traffic = outer.traffic;
      outer.traffic->innermost = &promise;
      outer.call(promise);
    }
    Return await_resume() { return inner.take_result(); }
  };

  std::suspend_always initial_suspend() const noexcept { return {}; }
  struct final_awaiter {
    bool await_ready() const noexcept { return false; }
    template <class Promise> void await_suspend(std::coroutine_handle<Promise> handle) const noexcept {
      Promise &promise = handle.promise();
      promise.traffic->innermost = promise.caller;
      promise.give_back();
    }
    void await_resume() const noexcept {}
  };
  final_awaiter final_suspend() const noexcept { return {}; }

  template <std::convertible_to<Yield> U> yield_awaiter yield_value(U &&value) {
    traffic->yielded.emplace(std::forward<U>(value));
    return yield_awaiter(*traffic);
  }
  template <class Return> delegation<Return> yield_value(from<generator<Yield, Send, Return>> &&other) {
    return delegation<Return>(*this, std::move(other.inner));
  }
  /// A generator runs on its user's stack and has nobody to wait with.
  template <class Awaited> void await_transform(Awaited &&) = delete;
};

template <class Yield, class Send, class Return>
struct generator_promise_with_result : generator_promise_base<Yield, Send> {
  aio::detail::result_slot<Return> result;
  void unhandled_exception() noexcept { result.set_exception(std::current_exception()); }
};

template <class Yield, class Send, class Return>
struct generator_promise : generator_promise_with_result<Yield, Send, Return> {
  generator<Yield, Send, Return> get_return_object() noexcept { return generator<Yield, Send, Return>(*this); }
  template <std::convertible_to<Return> U = Return> void return_value(U &&value) {
    this->result.set_value(std::forward<U>(value));
  }
};

template <class Yield, class Send>
struct generator_promise<Yield, Send, void> : generator_promise_with_result<Yield, Send, void> {
  generator<Yield, Send, void> get_return_object() noexcept { return generator<Yield, Send, void>(*this); }
  void return_void() noexcept {}
};

} // namespace detail

/// A function that gives `Yield`s, is sent `Send`s and returns a `Return`.
///
/// Thread safety: one thread at a time. Move-only.
/// Invariants: runs only inside next(), send(), throw_in(), close() and the
/// iterator's steps; suspended at a co_yield, or before its first step, in
/// between. Each step goes to the innermost generator directly, so a million
/// generators that delegate to each other need no stack. The destructor destroys
/// the frames, innermost first, without throwing generator_exit into them.
/// Errors: what the body throws leaves the step that ran it, and ends the
/// generator. A step inside a step, and sending to a generator that has not
/// begun, throw misuse_error.
/// Python: generator. Standard: std::generator of C++23 (neither send nor throw).
template <class Yield, class Send = void, class Return = void> class [[nodiscard]] generator {
  static_assert(std::is_object_v<Yield>, "a generator gives values");

public:
  using promise_type = detail::generator_promise<Yield, Send, Return>;

  generator() = default;

  /// Runs to the next co_yield; std::nullopt: it has ended. Python: next(g).
  std::optional<Yield> next() {
    step();
    return taken();
  }
  /// The same; the value is what the co_yield gives inside. Python: g.send.
  template <std::convertible_to<typename promise_type::traffic_type::sent_type> Value>
    requires(!std::is_void_v<Send>)
  std::optional<Yield> send(Value &&value) {
    if (!ended()) {
      if (!traffic().started)
        throw misuse_error("cannot send to a generator that has not begun: call next() first");
      traffic().sent.emplace(std::forward<Value>(value));
    }
    return next();
  }
  /// The same; the co_yield throws inside. Where the generator has not begun or
  /// has ended, the exception comes back at once. Python: g.throw.
  std::optional<Yield> throw_in(std::exception_ptr error) {
    if (ended() || !traffic().started) {
      held.reset();
      std::rethrow_exception(std::move(error));
    }
    traffic().injected = std::move(error);
    return next();
  }
  /// Ends it by generator_exit at the co_yield where it waits. Throws misuse_error
  /// if it gives another value all the same. Python: g.close.
  void close() {
    if (ended() || !traffic().started)
      return held.reset();
    try {
      if (throw_in(std::make_exception_ptr(generator_exit())))
        throw misuse_error("the generator ignored generator_exit");
    } catch (const generator_exit &) {
    }
    held.reset();
  }

  bool ended() const noexcept { return !held || held.done(); }
  /// What it returned, moved out. Throws invalid_state_error before the end.
  /// Python: StopIteration.value.
  Return result() {
    if (!held || !held.done())
      throw invalid_state_error("the generator has not ended");
    return take_result();
  }

  class iterator {
  public:
    using iterator_concept = std::input_iterator_tag;
    using value_type = Yield;
    using difference_type = std::ptrdiff_t;

    iterator() = default;
    explicit iterator(generator &of) noexcept : of(&of) {}
    Yield &operator*() const noexcept { return *of->traffic().yielded; }
    iterator &operator++() {
      of->step();
      return *this;
    }
    void operator++(int) { ++*this; }
    friend bool operator==(const iterator &at, std::default_sentinel_t) noexcept { return at.of->ended(); }

  private:
    generator *of = nullptr;
  };

  /// Runs to the first co_yield, if it has not begun.
  iterator begin() {
    if (!ended() && !traffic().started)
      step();
    return iterator(*this);
  }
  std::default_sentinel_t end() const noexcept { return {}; }

private:
  friend promise_type;
  friend detail::generator_promise_base<Yield, Send>;
  explicit generator(promise_type &promise) noexcept : held(promise) {
    promise.self = std::coroutine_handle<promise_type>::from_promise(promise);
    promise.own.innermost = &promise;
  }

  typename promise_type::traffic_type &traffic() const noexcept { return *held.promise().traffic; }
  std::optional<Yield> taken() {
    if (ended())
      return std::nullopt;
    return std::exchange(traffic().yielded, std::nullopt);
  }
  Return take_result() { return held.promise().result.take(); }

  void step() {
    if (ended())
      return;
    auto &through = traffic();
    if (through.running)
      throw misuse_error("the generator is running already");
    through.started = true;
    through.running = true;
    through.yielded.reset();
    held.promise().runner = &through;
    through.run_chain(through.innermost->self);
    through.running = false;
    if (held.done() && held.promise().result.exception())
      std::rethrow_exception(held.promise().result.exception());
  }

  aio::detail::owned_frame<promise_type> held;
};

} // namespace heddle::rt

#endif // HEDDLE_RT_GENERATOR_H
