//===- timeout.h - work that may take so long and no longer ---------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   page p = co_await wait_for(fetch(url), 2s);
//
//   co_await timeout(2s, [&](timeout_scope &scope) -> task<> {
//     while (auto part = co_await read_part())
//       scope.reschedule(clock::now() + 2s);     two seconds for each part
//   });
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_TIMEOUT_H
#define HEDDLE_RT_AIO_TIMEOUT_H

#include "heddle/rt/aio/task_handle.h"

namespace heddle::rt::aio {

/// The time limit of a piece of a task, made by timeout() and timeout_at().
///
/// When the time comes, the task is cancelled; where that cancellation leaves
/// the piece, it becomes timeout_error. A piece that ends all the same keeps its
/// result: also if both happen in the same round of the loop, nothing is lost.
/// A cancellation by somebody else stays one.
///
/// Thread safety: the loop's thread. Errors: reschedule() after the end throws
/// misuse_error. Python: asyncio.Timeout.
class timeout_scope : detail::timer {
public:
  /// std::nullopt: never.
  using point = std::optional<clock::time_point>;

  explicit timeout_scope(point when);
  ~timeout_scope() { leave(); }

  point when() const noexcept { return at; }
  /// A point in the past ends the piece in the next round.
  void reschedule(point when);
  /// The time came while the piece ran.
  bool expired() const noexcept { return now == phase::expiring || now == phase::expired_; }

  /// For timeout(): the piece is over. True if the cancellation that left it, if
  /// one did, is this timeout's own.
  bool leave() noexcept;

private:
  enum class phase : unsigned char { active, expiring, expired_, left };
  void reached() override;
  void disarm() noexcept;

  event_loop &loop;
  any_task task;
  int requests_before;
  point at;
  phase now = phase::active;
};

/// Runs `body(scope)`, a coroutine, in the calling task, until a point in time.
/// Throws timeout_error if it comes first. Python: asyncio.timeout_at.
template <class F> auto timeout_at(timeout_scope::point when, F body) -> std::invoke_result_t<F &, timeout_scope &> {
  timeout_scope scope(when);
  try {
    co_return co_await body(scope);
  } catch (const cancelled_error &) {
    if (!scope.leave())
      throw;
  }
  throw timeout_error();
}

/// The same for a time from now; std::nullopt: no limit. Python: asyncio.timeout.
template <class F> auto timeout(rt::timeout limit, F body) {
  const deadline end(limit);
  return timeout_at(end.is_never() ? std::nullopt : timeout_scope::point(end.when()), std::move(body));
}

/// Waits for a coroutine, a task or a future, but not longer than the limit:
/// then it is cancelled, its end is awaited, and timeout_error thrown.
/// Python: asyncio.wait_for.
template <class T> task<T> wait_for(task<T> coroutine, rt::timeout limit) {
  co_return co_await timeout(limit, [&coroutine](timeout_scope &) { return std::move(coroutine); });
}
template <class T> task<T> wait_for(result_handle<T> handle, rt::timeout limit) {
  co_return co_await timeout(limit, [&handle](timeout_scope &) -> task<T> {
    co_await detail::future_completion(handle.share());
    co_return handle.copy_or_take();
  });
}
template <class T> task<T> wait_for(task_handle<T> handle, rt::timeout limit) {
  return wait_for(result_handle<T>(handle), limit);
}
template <class T> task<T> wait_for(future<T> handle, rt::timeout limit) {
  return wait_for(result_handle<T>(handle), limit);
}

} // namespace heddle::rt::aio

#endif // HEDDLE_RT_AIO_TIMEOUT_H
