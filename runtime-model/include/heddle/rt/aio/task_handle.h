//===- task_handle.h - a coroutine that runs by itself --------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   task_handle<int> h = create_task(answer(), "answer");
//   ...                                   both go on, in turns
//   int n = co_await h;
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_TASK_HANDLE_H
#define HEDDLE_RT_AIO_TASK_HANDLE_H

#include "heddle/rt/aio/event_loop.h"

namespace heddle::rt::aio {

namespace detail {

/// A task with its coroutine and room for its value.
template <class T> class task_state final : public task_core {
public:
  task_state(event_loop &loop, std::string name, owned_frame<task_promise<T>> frame)
      : task_core(loop, std::move(name), frame.promise().self), coroutine(std::move(frame)) {
    coroutine.promise().runner = this;
  }
  void destroy_frame() noexcept override { coroutine.reset(); }

  result_slot<T> slot;

private:
  bool ended() const noexcept override { return coroutine.done(); }
  void take_result() override {
    auto &result = coroutine.promise().result;
    std::exception_ptr error = result.exception();
    if (!error)
      slot.move_from(result);
    // Its locals go before anybody sees the result.
    coroutine.reset();
    error ? finish_exception(std::move(error)) : finish_value();
  }

  owned_frame<task_promise<T>> coroutine;
};

} // namespace detail

/// A task whatever its value is.
///
/// Thread safety, errors: as any_future.
/// Python: asyncio.Task.
class any_task : public any_future {
public:
  any_task() = default;
  explicit any_task(std::shared_ptr<detail::future_core> shared) noexcept : any_future(std::move(shared)) {}

  /// "task-1" and so on if no name was given.
  std::string name() const { return task().name(); }
  void set_name(std::string name) const { task().set_name(std::move(name)); }
  /// How many cancel() were not taken back.
  int cancelling() const { return task().cancelling(); }
  /// Takes one cancel() back and returns how many remain; when none does, a
  /// cancellation that was not thrown yet is dropped. For code that catches
  /// cancelled_error because it made the request itself, as a timeout does.
  int uncancel() const { return task().uncancel(); }

private:
  detail::task_core &task() const { return static_cast<detail::task_core &>(core()); }
};

/// A task, and its value to come. Copies share the task; the task goes on when
/// all are gone.
///
/// Thread safety, invariants, errors: as result_handle.
/// Python: asyncio.Task.
template <class T = void> class task_handle : public result_handle<T> {
public:
  task_handle() = default;
  explicit task_handle(std::shared_ptr<detail::task_state<T>> made) noexcept : task_handle(made, made->slot) {}

  operator any_task() const { return any_task(this->share()); }
  std::string name() const { return any().name(); }
  void set_name(std::string name) const { any().set_name(std::move(name)); }
  int cancelling() const { return any().cancelling(); }
  int uncancel() const { return any().uncancel(); }

private:
  task_handle(std::shared_ptr<detail::future_core> shared, detail::result_slot<T> &slot) noexcept
      : result_handle<T>(std::move(shared), slot) {}
  any_task any() const { return *this; }
};

template <class T> task_handle<T> event_loop::create_task(task<T> coroutine, std::string name) {
  if (!coroutine)
    throw misuse_error("cannot make a task of an empty coroutine: it was moved from or awaited before");
  check_usable();
  auto made = std::make_shared<detail::task_state<T>>(*this, std::move(name), std::move(coroutine).release());
  enlist(*made);
  return task_handle<T>(std::move(made));
}

/// Lets a coroutine run by itself on the running loop, from its next round on.
/// Python: asyncio.create_task.
template <class T> task_handle<T> create_task(task<T> coroutine, std::string name = {}) {
  return get_running_loop().create_task(std::move(coroutine), std::move(name));
}

/// Something that runs: a coroutine becomes a task, a handle stays what it is.
/// Python: asyncio.ensure_future.
template <class T> task_handle<T> ensure_future(task<T> coroutine) {
  return create_task(std::move(coroutine));
}
template <std::derived_from<any_future> Handle> Handle ensure_future(Handle handle) {
  return handle;
}

/// The task whose code is running; an empty handle in a plain callback. Throws
/// misuse_error if no loop runs. Python: asyncio.current_task.
any_task current_task();
/// The tasks of the running loop that are not done, oldest first.
/// Python: asyncio.all_tasks.
std::vector<any_task> all_tasks();

template <class T> T event_loop::run_until_complete(task<T> coroutine) {
  task_handle<T> handle = create_task(std::move(coroutine));
  run_until_done(handle.core());
  return std::move(handle).result();
}
template <std::derived_from<any_future> Handle>
auto event_loop::run_until_complete(Handle handle) -> Handle::value_type {
  run_until_done(handle.core());
  return handle.copy_or_take();
}

template <std::invocable F> callback_handle any_future::add_done_callback(F callback) const {
  auto made = std::make_shared<detail::calling<detail::done_callback, F>>(std::move(callback));
  if (done()) {
    get_loop().schedule(made);
  } else {
    made->kept = made;
    core().add(*made);
  }
  return callback_handle(std::move(made));
}

} // namespace heddle::rt::aio

#endif // HEDDLE_RT_AIO_TASK_HANDLE_H
