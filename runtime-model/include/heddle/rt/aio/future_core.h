//===- future_core.h - what the loop's futures and tasks are made of ------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Only the runtime's own files use these; users hold a `future` or a
// `task_handle`.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_FUTURE_CORE_H
#define HEDDLE_RT_AIO_FUTURE_CORE_H

#include "heddle/rt/aio/waiter.h"
#include <cstdint>
#include <memory>

namespace heddle::rt::aio {

class event_loop;

namespace detail {

class context_values;

/// What a loop can run: a callback, or the next step of a task.
class runnable {
public:
  virtual void run_step() = 0;

protected:
  ~runnable() = default;
};

/// Somebody who is told when a future is done.
/// Invariant: in the future's list until told or removed.
class completion {
public:
  completion() = default;
  completion(const completion &) = delete;
  completion &operator=(const completion &) = delete;
  /// Called once by the future. It only notes the fact, or makes something
  /// ready: user code runs later, from the loop.
  virtual void completed(future_core &done) = 0;
  /// Called in its place if the future is destroyed and was never done.
  virtual void dropped() noexcept {}

protected:
  ~completion() = default;

private:
  friend class future_core;
  completion *before = nullptr;
  completion *after = nullptr;
};

/// A future without the type of its value.
///
/// Thread safety: the loop's thread only; the last handle may be dropped on any.
/// Invariants: done once and for all; completions are told in the order in which
/// they were added, each once.
class future_core : public std::enable_shared_from_this<future_core> {
public:
  explicit future_core(event_loop &loop) noexcept : on(&loop) {}
  future_core(const future_core &) = delete;
  future_core &operator=(const future_core &) = delete;
  virtual ~future_core();

  event_loop &loop() const noexcept { return *on; }
  bool done() const noexcept { return state != phase::pending; }
  bool cancelled() const noexcept { return state == phase::cancelled; }
  bool has_exception() const noexcept { return error != nullptr; }
  /// The exception it ended with: null if it has a value, cancelled_error if it
  /// was cancelled. Whoever asks has seen it: it is not reported any more.
  std::exception_ptr outcome();

  /// False if it is done already.
  bool cancel(const std::string &message);

  /// `told` must outlive the future's completion, or be removed.
  void add(completion &told) noexcept;
  void remove(completion &told) noexcept;

  void finish_value() { finish(phase::finished); }
  void finish_exception(std::exception_ptr from);
  void finish_cancelled(std::string text);

  /// Its exception, if it gets one, needs no report: somebody else has thrown.
  void report_nothing() noexcept { reports = false; }

  /// Throws if there is no value: still pending, cancelled, or an exception.
  void check_value();

protected:
  /// One step of cancel(): ends the future as cancelled, or asks what it waits
  /// for (`others`) to end first.
  virtual void cancel_here(const std::string &message, std::vector<future_core *> &others);
  /// How a report calls it.
  virtual std::string description() const { return "future"; }
  void report_unseen() noexcept;

private:
  enum class phase : unsigned char { pending, finished, cancelled };
  void finish(phase last);

  event_loop *on;
  completion *first = nullptr;
  completion *last = nullptr;
  std::exception_ptr error;
  std::string cancel_text;
  phase state = phase::pending;
  /// The exception was given to somebody.
  bool seen = true;
  bool reports = true;
  /// The last cancel() that came by; ends the walk where tasks wait in a circle.
  std::uint64_t cancel_round = 0;
};

/// A task without the type of its value: a coroutine that a loop runs.
///
/// Between two awaits that suspend, no other callback of the loop runs.
/// Thread safety: as future_core.
/// Invariants: ready, running, waiting for exactly one waiter, or done. While it
/// is not done its loop owns it (`kept`), so no task is lost because its handle
/// was dropped.
class task_core : public future_core, public execution, public runnable {
public:
  task_core(event_loop &loop, std::string name, std::coroutine_handle<> first);
  ~task_core() override;

  /// Runs it to its next await that suspends.
  void run_step() override;
  /// Makes it ready: it runs in the loop's next round.
  void make_ready();
  /// Called by a waiter that suspends it.
  void wait_for(waiter &what, std::coroutine_handle<> handle);
  /// Throws cancelled_error, once, if it was cancelled.
  void throw_if_cancelled();
  /// The next suspending await throws cancelled_error.
  void cancel_next_await(const std::string &message);

  int cancelling() const noexcept { return requests; }
  int uncancel() noexcept;

  std::string name() const;
  void set_name(std::string other) { label = std::move(other); }

  /// Gives the coroutine up: the loop closes while the task is pending.
  virtual void destroy_frame() noexcept = 0;

  /// The values of context variables its code sees; null: none was set.
  std::shared_ptr<const context_values> context;

protected:
  void cancel_here(const std::string &message, std::vector<future_core *> &others) override;
  std::string description() const override { return "task '" + name() + "'"; }
  /// The coroutine is at its end: takes the result over.
  virtual bool ended() const noexcept = 0;
  virtual void take_result() = 0;

private:
  friend class aio::event_loop;
  friend class future_core;

  std::coroutine_handle<> position;
  waiter *waiting = nullptr;
  /// Requests that nobody took back, see uncancel().
  int requests = 0;
  bool cancel_pending = false;
  bool started = false;
  std::string cancel_text;
  std::string label;
  std::uint64_t number;

  std::shared_ptr<future_core> kept;
  task_core *before = nullptr;
  task_core *after = nullptr;
};

} // namespace detail
} // namespace heddle::rt::aio

#endif // HEDDLE_RT_AIO_FUTURE_CORE_H
