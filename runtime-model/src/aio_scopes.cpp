//===- aio_scopes.cpp - time limits and task groups -----------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/aio/task_group.h"
#include "heddle/rt/aio/timeout.h"

namespace heddle::rt::aio {

// Time limits.

timeout_scope::timeout_scope(point when)
    : loop(get_running_loop()), task(current_task()), requests_before(task.cancelling()) {
  reschedule(when);
}

void timeout_scope::reschedule(point when) {
  if (now != phase::active)
    throw misuse_error("the timeout has expired or its scope has ended");
  disarm();
  at = when;
  if (at)
    loop.add_timer(*this, *at);
}

void timeout_scope::disarm() noexcept {
  if (pending())
    loop.remove_timer(*this);
}

void timeout_scope::reached() {
  now = phase::expiring;
  task.cancel("timed out");
}

bool timeout_scope::leave() noexcept {
  disarm();
  if (now == phase::active)
    now = phase::left;
  if (now != phase::expiring)
    return false;
  now = phase::expired_;
  // More requests than ours: somebody else cancelled the task too.
  return task.uncancel() <= requests_before;
}

// Task groups.

struct task_group::member final : detail::completion {
  member(task_group &group, std::shared_ptr<detail::future_core> task) : group(group), task(std::move(task)) {}
  void completed(detail::future_core &) override { group.note_end(*this); }

  task_group &group;
  std::shared_ptr<detail::future_core> task;
  std::list<member>::iterator place;
};

/// Waits until no member is left.
class task_group::idle_waiter final : public detail::waiter {
public:
  explicit idle_waiter(task_group &group) : group(group) {}
  bool await_ready() const noexcept { return group.members.empty(); }
  template <class Promise> void await_suspend(std::coroutine_handle<Promise> handle) {
    group.idle.push_back(*this);
    suspend(handle);
  }
  void await_resume() { resumed(); }

private:
  task_group &group;
};

task_group::task_group() : parent(current_task()) {}

task_group::~task_group() {
  // Not empty only where the frame is destroyed before its end.
  for (member &one : members)
    one.task->remove(one);
}

void task_group::add(std::shared_ptr<detail::future_core> made) {
  members.emplace_back(*this, made);
  members.back().place = std::prev(members.end());
  made->add(members.back());
}

void task_group::note_end(member &one) {
  const std::shared_ptr<detail::future_core> task = one.task;
  members.erase(one.place);
  if (members.empty())
    idle.wake_all();
  if (task->cancelled())
    return;
  if (std::exception_ptr error = task->outcome()) {
    errors.push_back(std::move(error));
    if (aborting)
      return;
    abort();
    if (!ended && !waiting_for_members) {
      cancelled_parent = true;
      parent.cancel("a task of the group failed");
    }
  }
}

void task_group::abort() {
  aborting = true;
  for (member &one : members)
    one.task->cancel("the task group ends");
}

task<> task_group::finish(std::exception_ptr thrown) {
  waiting_for_members = true;
  std::exception_ptr cancellation;
  if (thrown) {
    try {
      std::rethrow_exception(thrown);
    } catch (const cancelled_error &) {
      cancellation = thrown;
    } catch (...) {
      errors.push_back(thrown);
    }
    if (!aborting)
      abort();
  }
  // The group's own request is answered; if it was the only one, nobody else
  // wants the task to end.
  if (cancelled_parent && parent.uncancel() == 0)
    cancellation = nullptr;
  while (!members.empty()) {
    try {
      co_await idle_waiter(*this);
    } catch (const cancelled_error &) {
      cancellation = std::current_exception();
      if (!aborting)
        abort();
    }
  }
  ended = true;
  if (!errors.empty())
    throw exception_group("unhandled errors in a task group", std::move(errors));
  if (cancellation)
    std::rethrow_exception(cancellation);
}

} // namespace heddle::rt::aio
