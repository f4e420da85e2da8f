//===- waiter.h - an await that has suspended its task --------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Every primitive that can suspend a task is made of the classes below:
//
//   await_ready    takes what is there already, without suspending
//   await_suspend  pushes itself on the primitive's waiter_list, calls suspend()
//   await_resume   calls resumed(), which throws if the task was cancelled
//   destructor     gives back what was handed over and never taken (receiver)
//
// The primitive pops the first waiter, hands over to it and wakes it. Between
// the wake-up and the resumption other callbacks run, and one of them may cancel
// the task: then resumed() throws, and the destructor gives back. So no hand-over
// is lost, and no primitive has another rule for cancellation.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_WAITER_H
#define HEDDLE_RT_AIO_WAITER_H

#include "heddle/rt/aio/task.h"
#include <string>
#include <vector>

namespace heddle::rt::aio::detail {

class future_core;
class task_core;
class waiter_list;

/// A suspended await. It lives in its coroutine's frame.
///
/// Thread safety: none; the loop's thread.
/// Invariants: is in at most one list; leaves it when woken, cancelled or
/// destroyed. Its task is resumed exactly once after each suspend().
class waiter {
public:
  waiter() = default;
  waiter(const waiter &) = delete;
  waiter &operator=(const waiter &) = delete;

  /// Makes the task ready to run. The waiter leaves its list.
  void wake();

  /// The task was cancelled while it waits here. Either ends the wait, or adds
  /// to `others` the futures that are to be cancelled in its place, whose end
  /// will end the wait.
  virtual void cancel(const std::string &message, std::vector<future_core *> &others);
  /// Ends the wait with cancelled_error.
  void end_cancelled(const std::string &message);

protected:
  ~waiter() { leave_list(); }

  /// For await_suspend: the task waits until wake().
  template <std::derived_from<async_frame> Promise> void suspend(std::coroutine_handle<Promise> handle) {
    wait(handle.promise().runner, handle);
  }
  /// For await_resume: throws cancelled_error if the task was cancelled.
  void resumed();
  /// The task that waits; null if the await did not suspend.
  task_core *waiting_task() const noexcept { return task; }

private:
  friend class waiter_list;
  void wait(execution *runner, std::coroutine_handle<> handle);
  void leave_list() noexcept;

  task_core *task = nullptr;
  waiter_list *list = nullptr;
  waiter *before = nullptr;
  waiter *after = nullptr;
};

/// The waiters of one primitive, first come first served.
/// Thread safety: none. Invariant: does not own its waiters.
class waiter_list {
public:
  waiter_list() = default;
  waiter_list(const waiter_list &) = delete;
  waiter_list &operator=(const waiter_list &) = delete;
  /// Whoever still waits, waits until cancelled.
  ~waiter_list() {
    while (first)
      remove(*first);
  }

  bool empty() const noexcept { return !first; }
  std::size_t size() const noexcept { return count; }
  waiter *front() const noexcept { return first; }

  void push_back(waiter &last_one) noexcept {
    last_one.list = this;
    last_one.before = last;
    (last ? last->after : first) = &last_one;
    last = &last_one;
    ++count;
  }
  void remove(waiter &gone) noexcept {
    (gone.before ? gone.before->after : first) = gone.after;
    (gone.after ? gone.after->before : last) = gone.before;
    gone.list = nullptr;
    gone.before = gone.after = nullptr;
    --count;
  }
  void wake_all() {
    while (first)
      first->wake();
  }

private:
  waiter *first = nullptr;
  waiter *last = nullptr;
  std::size_t count = 0;
};

/// A waiter that is handed something: a lock, a permit, an item. A derived class
/// gives back in its destructor what is `granted` and not taken.
class receiver : public waiter {
public:
  void grant() {
    granted = true;
    wake();
  }

protected:
  ~receiver() = default;
  /// For await_resume: throws if the task was cancelled, else what was granted
  /// is taken.
  void take_granted() {
    resumed();
    granted = false;
  }
  bool granted = false;
};

/// Waits in a list until somebody wakes it, without any condition.
class list_awaiter final : public waiter {
public:
  explicit list_awaiter(waiter_list &list) noexcept : joined(list) {}
  bool await_ready() const noexcept { return false; }
  template <std::derived_from<async_frame> Promise> void await_suspend(std::coroutine_handle<Promise> handle) {
    joined.push_back(*this);
    suspend(handle);
  }
  void await_resume() { resumed(); }

private:
  waiter_list &joined;
};

inline void waiter::leave_list() noexcept {
  if (list)
    list->remove(*this);
}

} // namespace heddle::rt::aio::detail

#endif // HEDDLE_RT_AIO_WAITER_H
