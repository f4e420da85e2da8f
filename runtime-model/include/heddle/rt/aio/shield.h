//===- shield.h - work that a cancellation does not reach -----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_SHIELD_H
#define HEDDLE_RT_AIO_SHIELD_H

#include "heddle/rt/aio/task_handle.h"

namespace heddle::rt::aio {
namespace detail {

template <class T> task<T> wait_shielded(result_handle<T> inner, bool ours) {
  co_await done_waiter(inner.share());
  co_return ours ? std::move(inner).result() : inner.copy_or_take();
}

} // namespace detail

/// Waits for a task, a future, or a coroutine (made a task by the call itself).
/// Cancelling who waits ends the wait and leaves the other running; what it
/// throws later is reported, if nobody asks for it.
/// Python: asyncio.shield.
template <class T> task<T> shield(task<T> coroutine) {
  return detail::wait_shielded<T>(create_task(std::move(coroutine)), true);
}
template <class T> task<T> shield(task_handle<T> handle) {
  return detail::wait_shielded<T>(std::move(handle), false);
}
template <class T> task<T> shield(future<T> handle) {
  return detail::wait_shielded<T>(std::move(handle), false);
}

} // namespace heddle::rt::aio

#endif // HEDDLE_RT_AIO_SHIELD_H
