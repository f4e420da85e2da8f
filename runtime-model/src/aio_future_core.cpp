//===- aio_future_core.cpp - futures, tasks and who waits for them --------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/aio/context_var.h"
#include "heddle/rt/excepthook.h"

namespace heddle::rt::aio {
namespace detail {

// A suspended await.

void waiter::wait(execution *runner, std::coroutine_handle<> handle) {
  task = static_cast<task_core *>(runner);
  task->wait_for(*this, handle);
}

void waiter::wake() {
  leave_list();
  task->make_ready();
}

void waiter::resumed() {
  if (task)
    task->throw_if_cancelled();
}

void waiter::end_cancelled(const std::string &message) {
  task->cancel_next_await(message);
  wake();
}

void waiter::cancel(const std::string &message, std::vector<future_core *> &) {
  end_cancelled(message);
}

void done_waiter::refuse_self(execution *runner) const {
  if (static_cast<future_core *>(static_cast<task_core *>(runner)) == awaited.get())
    throw misuse_error("a task cannot await itself");
}

// A future.

future_core::~future_core() {
  while (completion *told = first) {
    remove(*told);
    told->dropped();
  }
  report_unseen();
}

void future_core::report_unseen() noexcept {
  if (error && !std::exchange(seen, true) && reports)
    event_loop::report(on, {description() + ", whose exception was never retrieved", error});
}

void future_core::add(completion &told) noexcept {
  told.before = last;
  (last ? last->after : first) = &told;
  last = &told;
}

void future_core::remove(completion &told) noexcept {
  (told.before ? told.before->after : first) = told.after;
  (told.after ? told.after->before : last) = told.before;
  told.before = told.after = nullptr;
}

void future_core::finish(phase how) {
  state = how;
  while (completion *told = first) {
    remove(*told);
    told->completed(*this);
  }
}

void future_core::finish_exception(std::exception_ptr from) {
  try {
    std::rethrow_exception(from);
  } catch (const cancelled_error &cancellation) {
    return finish_cancelled(cancellation.what());
  } catch (...) {
  }
  error = std::move(from);
  seen = false;
  finish(phase::finished);
}

void future_core::finish_cancelled(std::string text) {
  cancel_text = std::move(text);
  finish(phase::cancelled);
}

std::exception_ptr future_core::outcome() {
  if (!done())
    throw invalid_state_error("the result is not there yet");
  if (cancelled())
    return std::make_exception_ptr(cancelled_error(cancel_text));
  seen = true;
  return error;
}

void future_core::check_value() {
  if (done() && !error && !cancelled())
    return;
  if (std::exception_ptr thrown = outcome())
    std::rethrow_exception(std::move(thrown));
}

bool future_core::cancel(const std::string &message) {
  if (done())
    return false;
  // A list and not a recursion: tasks may wait for tasks a million deep.
  const std::uint64_t round = on->next_number();
  std::vector<future_core *> todo{this};
  bool reached = false;
  while (!todo.empty()) {
    future_core *one = todo.back();
    todo.pop_back();
    if (one->done() || one->cancel_round == round)
      continue;
    one->cancel_round = round;
    const std::size_t before = todo.size();
    one->cancel_here(message, todo);
    reached |= todo.size() == before;
  }
  // Only tasks that wait for each other in a circle: this one stops.
  if (!reached)
    static_cast<task_core *>(this)->waiting->end_cancelled(message);
  return true;
}

void future_core::cancel_here(const std::string &message, std::vector<future_core *> &) {
  finish_cancelled(message);
}

// A task.

task_core::task_core(event_loop &loop, std::string name, std::coroutine_handle<> first)
    : future_core(loop), context(current_context()), position(first), label(std::move(name)),
      number(loop.next_number()) {}

task_core::~task_core() {
  report_unseen();
}

std::string task_core::name() const {
  return label.empty() ? "task-" + std::to_string(number) : label;
}

void task_core::make_ready() {
  waiting = nullptr;
  loop().schedule(*this);
}

void task_core::wait_for(waiter &what, std::coroutine_handle<> handle) {
  position = handle;
  waiting = &what;
  if (!cancel_pending)
    return;
  cancel_pending = false;
  std::vector<future_core *> others;
  what.cancel(cancel_text, others);
  for (future_core *other : others)
    other->cancel(cancel_text);
}

void task_core::run_step() {
  event_loop &runner = loop();
  runner.current_task = this;
  if (cancel_pending && !started) {
    destroy_frame();
    finish_cancelled(cancel_text);
  } else {
    started = true;
    run_chain(position);
    if (ended())
      take_result();
  }
  runner.current_task = nullptr;
  if (!done())
    return;
  runner.delist(*this);
  // Where no handle is left, the task ends here.
  const std::shared_ptr<future_core> dropped = std::move(kept);
}

void task_core::throw_if_cancelled() {
  if (!cancel_pending)
    return;
  cancel_pending = false;
  throw cancelled_error(cancel_text);
}

void task_core::cancel_next_await(const std::string &message) {
  cancel_pending = true;
  cancel_text = message;
}

void task_core::cancel_here(const std::string &message, std::vector<future_core *> &others) {
  ++requests;
  cancel_text = message;
  if (waiting)
    waiting->cancel(message, others);
  else
    cancel_pending = true;
}

int task_core::uncancel() noexcept {
  if (requests > 0 && --requests == 0)
    cancel_pending = false;
  return requests;
}

// Callbacks.

void timer_callback::cancel() noexcept {
  callback_state::cancel();
  if (pending())
    loop.remove_timer(*this);
  kept.reset();
}

void timer_callback::reached() {
  loop.schedule(std::exchange(kept, nullptr));
}

void done_callback::completed(future_core &done) {
  done.loop().schedule(std::exchange(kept, nullptr));
}

} // namespace detail

std::exception_ptr any_future::exception() const {
  std::exception_ptr error = core().outcome();
  if (core().cancelled())
    std::rethrow_exception(error);
  return error;
}

any_task current_task() {
  detail::task_core *task = get_running_loop().current();
  return task ? any_task(task->shared_from_this()) : any_task();
}

std::vector<any_task> all_tasks() {
  return get_running_loop().tasks();
}

} // namespace heddle::rt::aio
