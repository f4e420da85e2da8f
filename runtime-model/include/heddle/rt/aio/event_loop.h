//===- event_loop.h - one thread that runs many tasks ---------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   event_loop loop;
//   loop.call_later(1s, [] { ... });
//   int n = loop.run_until_complete(answer());
//
// Most programs call `run(main())` (run.h) and never see the loop.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_EVENT_LOOP_H
#define HEDDLE_RT_AIO_EVENT_LOOP_H

#include "heddle/rt/aio/future.h"
#include "heddle/rt/aio/mailbox.h"
#include "heddle/rt/aio/reactor.h"
#include "heddle/rt/future_state.h"
#include <deque>
#include <thread>

namespace heddle::rt {
class executor;
}

namespace heddle::rt::aio {

template <class T> class task_handle;
class any_task;

/// What a loop tells about an error that reaches no caller.
struct exception_context {
  std::string message;
  /// Null for a warning.
  std::exception_ptr exception;
};

namespace detail {
class signal_watcher;

template <class T> struct awaited_value {
  using type = T::value_type;
};

/// Marks the loop as the running one of this thread, and watches what blocks it.
class loop_scope;
} // namespace detail

/// Runs callbacks and tasks, one at a time, on one thread.
///
/// A round makes every callback that was ready when it began. Between rounds the
/// loop looks at timers, at the mailbox of other threads and at descriptors; it
/// sleeps only when nothing is ready. Descriptors are looked at whenever nothing
/// is ready, and at the latest after `rounds_between_polls` rounds.
///
/// Thread safety: everything belongs to the thread that runs the loop, except
/// call_soon_threadsafe(), stop_threadsafe() and what is built on them. In debug
/// mode a call from another thread throws misuse_error.
/// Invariants: callbacks of equal readiness are made in the order in which they
/// were given. No callback is made inside another. A loop owns its tasks until
/// they are done. Between two callbacks the explorer may choose another order,
/// see explorer_hooks.h.
/// Errors: using a closed loop, running a running one, and running two loops on
/// one thread at once throw misuse_error. What a callback throws goes to the
/// exception handler.
/// Python: asyncio.AbstractEventLoop.
class event_loop {
public:
  static constexpr unsigned rounds_between_polls = 64;

  event_loop();
  /// Closes the loop, see close().
  ~event_loop();
  event_loop(const event_loop &) = delete;
  event_loop &operator=(const event_loop &) = delete;

  // Running.

  /// Runs until stop().
  void run_forever();
  /// Runs until the coroutine, task or future is done, and returns its value or
  /// throws its exception. If stop() comes first, misuse_error.
  template <class T> T run_until_complete(task<T> coroutine);
  /// The value is copied, or taken out if it cannot be.
  template <std::derived_from<any_future> Handle> auto run_until_complete(Handle handle) -> Handle::value_type;
  /// Ends run_forever() after the round in which it is called.
  void stop() noexcept { stopping = true; }
  /// The same from any thread.
  void stop_threadsafe();
  bool is_running() const noexcept { return running; }
  bool is_closed() const noexcept { return closed; }
  /// Destroys what is pending: callbacks are not made, tasks lose their frames,
  /// are reported and count as cancelled. Waits for the default executor's running work. A
  /// second call does nothing; a running loop throws misuse_error.
  void close();

  // Callbacks.

  /// Makes the call in the next round.
  template <std::invocable F> callback_handle call_soon(F f) {
    check_usable();
    auto made = std::make_shared<detail::calling<detail::callback_state, F>>(std::move(f));
    schedule(made);
    return callback_handle(std::move(made));
  }
  template <std::invocable F> timer_handle call_later(std::chrono::nanoseconds delay, F f) {
    return call_at(deadline_after(delay), std::move(f));
  }
  template <std::invocable F> timer_handle call_at(clock::time_point when, F f) {
    auto made = std::make_shared<detail::calling<detail::timer_callback, F>>(std::move(f), *this);
    add_timer(*made, when);
    made->kept = made;
    return timer_handle(std::move(made), when);
  }
  /// call_soon() for other threads. Throws misuse_error if the loop is closed.
  template <std::invocable F> void call_soon_threadsafe(F f) {
    post(std::make_shared<detail::calling<detail::callback_state, F>>(std::move(f)));
  }

  /// The clock of call_at().
  clock::time_point time() const noexcept { return clock::now(); }

  // Futures and tasks.

  template <class T = void> future<T> create_future() {
    auto made = std::make_shared<detail::future_state<T>>(*this);
    auto &slot = made->slot;
    return future<T>(std::move(made), slot);
  }
  template <class T> task_handle<T> create_task(task<T> coroutine, std::string name = {});

  // Descriptors. The descriptor must be non-blocking and outlive its callbacks.

  /// Calls `f()` in every round in which `fd` can be read.
  template <std::invocable F> void add_reader(int fd, F f) {
    add_descriptor(fd, detail::reactor::direction::read, std::move(f));
  }
  template <std::invocable F> void add_writer(int fd, F f) {
    add_descriptor(fd, detail::reactor::direction::write, std::move(f));
  }
  /// False if there was none.
  bool remove_reader(int fd) { return remove_descriptor(fd, detail::reactor::direction::read); }
  bool remove_writer(int fd) { return remove_descriptor(fd, detail::reactor::direction::write); }

  // Signals. One loop of the process at a time may watch a signal.

  /// Calls `f()` from the loop, as an ordinary callback, after the signal came.
  template <std::invocable F> void add_signal_handler(int signal, F f) {
    watch_signal(signal, std::make_shared<detail::calling<detail::callback_state, F>>(std::move(f)));
  }
  /// Restores the signal's former disposition; false if there was no handler.
  bool remove_signal_handler(int signal);

  // Blocking work, see threads.h.

  /// Runs `f()` in a thread of `pool`, or of the default executor if it is null.
  template <std::invocable F> future<std::invoke_result_t<F &>> run_in_executor(executor *pool, F f);
  void set_default_executor(std::unique_ptr<executor> pool);
  /// Waits for its threads without blocking the loop.
  task<> shutdown_default_executor();

  // Errors and debugging.

  using exception_handler = std::function<void(event_loop &, const exception_context &)>;
  /// An empty function restores the default, which writes to the excepthook or,
  /// for a warning, to the warnhook.
  void set_exception_handler(exception_handler handler) { on_exception = std::move(handler); }
  void call_exception_handler(const exception_context &what) noexcept;
  static void default_exception_handler(const exception_context &what);
  /// For who may outlive the loop: its handler if it lives and belongs to this
  /// thread, else the default.
  static void report(const event_loop *loop, const exception_context &what) noexcept;

  /// On at first if the environment variable HEDDLE_RT_DEBUG is set and not empty.
  void set_debug(bool on) noexcept { debug = on; }
  bool get_debug() const noexcept { return debug; }
  /// In debug mode a callback or step that takes longer is reported.
  std::chrono::nanoseconds slow_callback_duration = std::chrono::milliseconds(100);

  // For other parts of the runtime.

  void schedule(std::shared_ptr<detail::callback_state> callback);
  void schedule(detail::task_core &task);
  void add_timer(detail::timer &what, clock::time_point when);
  void remove_timer(detail::timer &what) noexcept { timers.remove(what); }
  void enlist(detail::task_core &task) noexcept;
  void delist(detail::task_core &task) noexcept;
  std::vector<any_task> tasks() const;
  detail::task_core *current() const noexcept { return current_task; }
  const std::shared_ptr<detail::mailbox> &box() const noexcept { return letters; }
  executor &default_executor();
  void run_until_done(detail::future_core &awaited);
  std::uint64_t next_number() noexcept { return ++numbers; }
  static clock::time_point deadline_after(std::chrono::nanoseconds delay) noexcept;

private:
  friend class detail::loop_scope;
  friend class detail::task_core;
  struct entry {
    detail::runnable *target;
    /// Null for a task: its loop owns it.
    std::shared_ptr<detail::callback_state> owner;
  };

  void run_round();
  void run_one(const entry &next);
  void run_timed(const entry &next);
  void look_outside();
  int patience() const;
  void take_letters();
  entry take_ready();
  void check_usable() const;
  void check_thread() const;
  void post(std::shared_ptr<detail::callback_state> callback);
  void drop_tasks() noexcept;
  void watch_signal(int signal, std::shared_ptr<detail::callback_state> callback);

  template <class F> void add_descriptor(int fd, detail::reactor::direction way, F f) {
    check_usable();
    descriptors.add(fd, way, std::make_shared<detail::calling<detail::callback_state, F>>(std::move(f)));
  }
  bool remove_descriptor(int fd, detail::reactor::direction way);

  std::deque<entry> ready;
  detail::timer_heap timers;
  detail::reactor descriptors;
  std::shared_ptr<detail::mailbox> letters;
  unsigned rounds_since_poll = 0;
  bool running = false;
  bool stopping = false;
  bool closed = false;
  bool debug;
  std::thread::id runs_on;
  detail::task_core *current_task = nullptr;
  detail::task_core *first_task = nullptr;
  detail::task_core *last_task = nullptr;
  std::uint64_t numbers = 0;
  exception_handler on_exception;
  std::unique_ptr<executor> pool;
  bool pool_shut_down = false;
  std::unique_ptr<detail::signal_watcher> signals;
};

/// The loop that runs on this thread; throws misuse_error if none does.
/// Python: asyncio.get_running_loop().
event_loop &get_running_loop();
/// The same, null if none does.
event_loop *running_loop() noexcept;

} // namespace heddle::rt::aio

#endif // HEDDLE_RT_AIO_EVENT_LOOP_H
