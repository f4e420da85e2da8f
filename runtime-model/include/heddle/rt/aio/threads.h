//===- threads.h - between an event loop and other threads ----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   from the loop to a thread and back:  co_await to_thread(read_file, path)
//   from a thread to the loop and back:  run_coroutine_threadsafe(f(), loop).result()
//   a thread's future for a coroutine:   co_await wrap_future(pool.submit(f))
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_THREADS_H
#define HEDDLE_RT_AIO_THREADS_H

#include "heddle/rt/aio/context_var.h"
#include "heddle/rt/aio/task_handle.h"
#include "heddle/rt/executor.h"

namespace heddle::rt::aio {
namespace detail {

/// The loop's side of a thread's future: done when the other is, and cancels it.
template <class T> struct wrapped_state final : future_state<T> {
  wrapped_state(event_loop &loop, rt::future<T> from) : future_state<T>(loop), from(std::move(from)) {}

  void copy_result() {
    if (this->done())
      return;
    if (from.cancelled())
      return this->finish_cancelled("cancelled");
    if (std::exception_ptr error = from.exception())
      return this->finish_exception(std::move(error));
    if constexpr (std::is_void_v<T>)
      this->slot.set_value();
    else if constexpr (std::is_copy_constructible_v<T>)
      this->slot.set_value(from.result());
    else
      this->slot.set_value(std::move(from).result());
    this->finish_value();
  }

private:
  void cancel_here(const std::string &message, std::vector<future_core *> &others) override {
    from.cancel();
    future_core::cancel_here(message, others);
  }

  rt::future<T> from;
};

/// Hands what a task ended with to a thread's promise.
template <class T> void pass_on(const task_handle<T> &from, promise<T> &to, rt::future<T> &waited) {
  // The other thread may cancel at any time, and then there is nobody to tell.
  try {
    if (from.cancelled())
      waited.cancel();
    else if (std::exception_ptr error = from.exception())
      to.set_exception(std::move(error));
    else if constexpr (std::is_void_v<T>)
      to.set_result();
    else
      to.set_result(task_handle<T>(from).result());
  } catch (const invalid_state_error &) {
  }
}

template <class F> std::shared_ptr<callback_state> make_callback(F f) {
  return std::make_shared<calling<callback_state, F>>(std::move(f));
}

} // namespace detail

/// A future of the running loop that is done when a thread's future is. Its
/// cancellation cancels the other, which only stops work that has not begun.
/// The value is copied, or taken out if it cannot be.
/// Python: asyncio.wrap_future.
template <class T> future<T> wrap_future(rt::future<T> from) {
  event_loop &loop = get_running_loop();
  auto state = std::make_shared<detail::wrapped_state<T>>(loop, from);
  future<T> result(state, state->slot);
  from.add_done_callback([box = loop.box(), state](const rt::future<T> &) {
    // A loop that is closed needs the result no more.
    box->post(detail::make_callback([state] { state->copy_result(); }));
  });
  return result;
}

template <std::invocable F> future<std::invoke_result_t<F &>> event_loop::run_in_executor(executor *chosen, F f) {
  return wrap_future((chosen ? *chosen : default_executor()).submit(std::move(f)));
}

/// Runs `f(args...)` in a thread of the default executor, with the caller's
/// context variables. While it runs, the loop goes on; cancelling the await does
/// not stop it. Arguments are copied or moved in.
/// Python: asyncio.to_thread.
template <class F, class... Args> task<std::invoke_result_t<F, Args...>> to_thread(F f, Args... args) {
  auto call = [f = std::move(f), context = copy_context(),
               packed = std::make_tuple(std::move(args)...)]() mutable -> std::invoke_result_t<F, Args...> {
    return context.run(
        [&]() -> std::invoke_result_t<F, Args...> { return std::apply(std::move(f), std::move(packed)); });
  };
  auto done = get_running_loop().run_in_executor(nullptr, std::move(call));
  co_return co_await std::move(done);
}

/// Runs a coroutine on a loop that runs in another thread. The result is that
/// thread's to wait for; cancelling it cancels the task. Waiting for it on the
/// loop's own thread throws deadlock_error, if the result is not there yet.
/// Throws misuse_error if the loop is closed; a loop that is closed later leaves
/// broken_promise_error.
/// Thread safety: from all threads.
/// Python: asyncio.run_coroutine_threadsafe.
template <class T> rt::future<T> run_coroutine_threadsafe(task<T> coroutine, event_loop &loop) {
  auto made = std::make_shared<promise<T>>();
  rt::future<T> waited = made->get_future();
  waited.core().executor = &loop;
  loop.call_soon_threadsafe([made, waited, coroutine = std::move(coroutine), &loop]() mutable {
    if (waited.done())
      return coroutine.close();
    task_handle<T> handle = loop.create_task(std::move(coroutine));
    waited.add_done_callback([box = loop.box(), handle](const rt::future<T> &ended) {
      if (ended.cancelled())
        box->post(detail::make_callback([handle] { handle.cancel(); }));
    });
    handle.add_done_callback([made, waited, handle]() mutable { detail::pass_on(handle, *made, waited); });
  });
  return waited;
}

} // namespace heddle::rt::aio

#endif // HEDDLE_RT_AIO_THREADS_H
