//===- wait.h - waiting for some of several tasks -------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   auto [done, not_done] = co_await aio::wait(handles, 1s, return_when::first_completed);
//
//   auto order = aio::as_completed(handles);
//   while (auto next = co_await order.next()) use(next->result());
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_WAIT_H
#define HEDDLE_RT_AIO_WAIT_H

#include "heddle/rt/aio/future_watch.h"
#include "heddle/rt/aio/task_handle.h"
#include "heddle/rt/wait.h"
#include <ranges>

namespace heddle::rt::aio {
namespace detail {

template <class Range>
concept handle_range =
    std::ranges::input_range<Range> && std::derived_from<std::ranges::range_value_t<Range>, any_future>;

template <class Handle> std::vector<std::shared_ptr<future_core>> shares_of_handles(const std::vector<Handle> &all) {
  std::vector<std::shared_ptr<future_core>> shares;
  for (const Handle &one : all) {
    one.core(); // throws if the handle is empty
    shares.push_back(one.share());
  }
  return shares;
}

template <class Handle> task<wait_result<Handle>> wait_some(std::vector<Handle> all, deadline end, return_when when) {
  future_watch watch(shares_of_handles(all));
  const std::size_t count = when == return_when::first_completed ? std::min<std::size_t>(1, all.size()) : all.size();
  const bool or_exception = when == return_when::first_exception;
  co_await watch.until(count, or_exception ? future_watch::stop_at::exception : future_watch::stop_at::count_only, end);
  wait_result<Handle> result;
  for (std::size_t place : watch.completed())
    result.done.push_back(all[place]);
  for (const Handle &one : all)
    if (!one.done())
      result.not_done.push_back(one);
  co_return result;
}

} // namespace detail

/// Waits for tasks or futures until the condition holds or the timeout comes,
/// which is no error. Cancels none of them, also when it is cancelled itself.
/// `done` is in the order of completion, `not_done` in the order given. An empty
/// range returns at once. Takes handles: a coroutine is given to create_task
/// first, so that somebody can still cancel it.
/// Python: asyncio.wait.
template <detail::handle_range Range>
task<wait_result<std::ranges::range_value_t<Range>>> wait(Range &&handles, rt::timeout limit = {},
                                                          return_when when = return_when::all_completed) {
  std::vector<std::ranges::range_value_t<Range>> all(std::ranges::begin(handles), std::ranges::end(handles));
  return detail::wait_some(std::move(all), deadline(limit), when);
}
template <detail::handle_range Range> auto wait(Range &&handles, return_when when) {
  return aio::wait(std::forward<Range>(handles), rt::timeout(), when);
}

/// The handles of a range in the order in which they are done; made by
/// as_completed(). Thread safety: the loop's thread, one waiting task.
template <class Handle> class completion_order {
public:
  completion_order(std::vector<Handle> handles, deadline end)
      : all(std::move(handles)), watch(detail::shares_of_handles(all)), end(end) {}

  /// The next that is done, std::nullopt after the last. Throws timeout_error
  /// once the timeout has passed.
  task<std::optional<Handle>> next() {
    if (given == all.size())
      co_return std::nullopt;
    const bool in_time = co_await watch.until(given + 1, detail::future_watch::stop_at::count_only, end);
    if (!in_time)
      throw timeout_error(std::to_string(all.size() - given) + " of " + std::to_string(all.size()) +
                          " futures are not done");
    co_return all[watch.completed()[given++]];
  }

private:
  std::vector<Handle> all;
  detail::future_watch watch;
  deadline end;
  std::size_t given = 0;
};

/// Gives tasks or futures in the order in which they are done. The timeout
/// counts from the call, for all of them. Leaving early cancels none.
/// Python: asyncio.as_completed.
template <detail::handle_range Range>
completion_order<std::ranges::range_value_t<Range>> as_completed(Range &&handles, rt::timeout limit = {}) {
  std::vector<std::ranges::range_value_t<Range>> all(std::ranges::begin(handles), std::ranges::end(handles));
  return {std::move(all), deadline(limit)};
}

} // namespace heddle::rt::aio

#endif // HEDDLE_RT_AIO_WAIT_H
