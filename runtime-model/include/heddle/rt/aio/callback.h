//===- callback.h - a call that a loop will make --------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_CALLBACK_H
#define HEDDLE_RT_AIO_CALLBACK_H

#include "heddle/rt/aio/future_core.h"
#include "heddle/rt/aio/timer_heap.h"
#include <functional>

namespace heddle::rt::aio {
namespace detail {

/// A call that can still be cancelled. The loop and the handles share it.
class callback_state : public runnable {
public:
  virtual ~callback_state() = default;

  void run_step() override {
    if (!is_cancelled)
      call();
  }
  virtual void cancel() noexcept { is_cancelled = true; }
  bool cancelled() const noexcept { return is_cancelled; }

private:
  virtual void call() = 0;
  bool is_cancelled = false;
};

/// A callback that is made when a point in time is reached.
class timer_callback : public callback_state, public timer {
public:
  explicit timer_callback(event_loop &loop) noexcept : loop(loop) {}
  void cancel() noexcept override;
  void reached() override;
  void dropped() noexcept override { kept.reset(); }

  /// Itself, while the loop's timers refer to it.
  std::shared_ptr<timer_callback> kept;

private:
  event_loop &loop;
};

/// A callback that is made when a future is done.
class done_callback : public callback_state, public completion {
public:
  void completed(future_core &done) override;
  void dropped() noexcept override { kept.reset(); }

  /// Itself, while the future's list refers to it.
  std::shared_ptr<done_callback> kept;
};

/// `Base` with the function that it calls.
template <class Base, class F> class calling final : public Base {
public:
  template <class... Args> explicit calling(F f, Args &&...args) : Base(std::forward<Args>(args)...), f(std::move(f)) {}

private:
  void call() override { std::invoke(f); }
  F f;
};

} // namespace detail

/// Takes a callback back before it is made.
///
/// Thread safety: the loop's thread only.
/// Invariants: cancelling after the call, or twice, does nothing. Destroying the
/// handle does not cancel.
/// Python: asyncio.Handle.
class callback_handle {
public:
  callback_handle() = default;
  explicit callback_handle(std::shared_ptr<detail::callback_state> state) noexcept : state(std::move(state)) {}
  void cancel() const noexcept {
    if (state)
      state->cancel();
  }
  bool cancelled() const noexcept { return state && state->cancelled(); }

private:
  std::shared_ptr<detail::callback_state> state;
};

/// The handle of call_later and call_at.
/// Thread safety, invariants: as callback_handle. Python: asyncio.TimerHandle.
class timer_handle : public callback_handle {
public:
  timer_handle() = default;
  timer_handle(std::shared_ptr<detail::callback_state> state, clock::time_point at) noexcept
      : callback_handle(std::move(state)), at(at) {}
  clock::time_point when() const noexcept { return at; }

private:
  clock::time_point at;
};

} // namespace heddle::rt::aio

#endif // HEDDLE_RT_AIO_CALLBACK_H
