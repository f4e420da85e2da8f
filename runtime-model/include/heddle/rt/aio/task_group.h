//===- task_group.h - tasks that end together -----------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   co_await with_task_group([&](task_group &group) -> task<> {
//     for (const std::string &url : urls)
//       group.create_task(fetch(url));
//     co_return;
//   });
//   ...                                  here all of them are done
//
// C++ cannot await in a destructor, so the scope of the group is a coroutine
// that is called, and not a block.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_TASK_GROUP_H
#define HEDDLE_RT_AIO_TASK_GROUP_H

#include "heddle/rt/aio/task_handle.h"
#include "heddle/rt/exception_group.h"
#include <list>

namespace heddle::rt::aio {

/// The tasks of one scope, made by with_task_group().
///
/// Thread safety: the loop's thread.
/// Invariants: when with_task_group() returns or throws, all tasks of the group
/// are done. The first that fails (with an exception that is not
/// cancelled_error) cancels the others and the body.
/// Errors: create_task() throws misuse_error once the group is being cancelled
/// or has ended. Python: asyncio.TaskGroup.
class task_group {
public:
  task_group();
  ~task_group();
  task_group(const task_group &) = delete;
  task_group &operator=(const task_group &) = delete;

  template <class T> task_handle<T> create_task(task<T> coroutine, std::string name = {}) {
    if (refuses()) {
      coroutine.close();
      throw misuse_error("the task group has ended, or is being cancelled");
    }
    task_handle<T> made = aio::create_task(std::move(coroutine), std::move(name));
    add(made.share());
    return made;
  }

  /// For with_task_group(): waits for the tasks. `thrown` is what left the body,
  /// or null. Throws what the scope is to throw.
  task<> finish(std::exception_ptr thrown);

private:
  struct member;
  class idle_waiter;

  bool refuses() const noexcept { return ended || aborting; }
  void add(std::shared_ptr<detail::future_core> made);
  void note_end(member &one);
  void abort();

  any_task parent;
  std::list<member> members;
  detail::waiter_list idle;
  std::vector<std::exception_ptr> errors;
  bool aborting = false;
  bool waiting_for_members = false;
  bool ended = false;
  bool cancelled_parent = false;
};

/// Runs `body(group)`, a coroutine, and then waits for the group's tasks. Its
/// value is the body's. If the body or tasks fail, throws an exception_group of
/// all the exceptions but cancelled_error; if the calling task was cancelled and
/// nothing failed, cancelled_error.
/// Python: `async with asyncio.TaskGroup() as group`.
template <class F> auto with_task_group(F body) -> std::invoke_result_t<F &, task_group &> {
  using value = typename std::invoke_result_t<F &, task_group &>::value_type;
  task_group group;
  detail::result_slot<value> slot;
  std::exception_ptr thrown;
  try {
    if constexpr (std::is_void_v<value>)
      co_await body(group);
    else
      slot.set_value(co_await body(group));
  } catch (...) {
    thrown = std::current_exception();
  }
  co_await group.finish(std::move(thrown));
  co_return slot.take();
}

} // namespace heddle::rt::aio

#endif // HEDDLE_RT_AIO_TASK_GROUP_H
