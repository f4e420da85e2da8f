//===- aio_event_loop.cpp - one thread that runs many tasks ---------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "aio_signals.h"
#include "heddle/rt/aio/debug.h"
#include "heddle/rt/aio/event_loop.h"
#include "heddle/rt/aio/explorer_hooks.h"
#include "heddle/rt/aio/task_handle.h"
#include "heddle/rt/excepthook.h"
#include "heddle/rt/executor.h"
#include <algorithm>
#include <limits>
#include <set>

namespace heddle::rt::aio {

namespace {

thread_local event_loop *loop_of_thread = nullptr;

/// The loops that live, for handles that may outlive theirs.
struct loop_registry {
  std::mutex m;
  std::set<const event_loop *> living;
};

loop_registry &registry() {
  static auto *one = new loop_registry;
  return *one;
}

} // namespace

event_loop *running_loop() noexcept {
  return loop_of_thread;
}

event_loop &get_running_loop() {
  if (!loop_of_thread)
    throw misuse_error("no event loop runs on this thread");
  return *loop_of_thread;
}

// Running.

namespace detail {

/// Marks the loop as the running one of this thread, and refuses waits of this
/// thread that only the loop itself could end.
class loop_scope final : rt::detail::wait_observer {
public:
  explicit loop_scope(event_loop &loop) : loop(loop) {
    loop.check_usable();
    if (loop.running)
      throw misuse_error("the event loop is running already");
    if (loop_of_thread)
      throw misuse_error("another event loop runs on this thread; a coroutine awaits, it does not run a loop");
    loop.running = true;
    loop.stopping = false;
    loop.runs_on = std::this_thread::get_id();
    loop_of_thread = &loop;
    former = rt::detail::observe_waits(this);
  }
  ~loop_scope() {
    rt::detail::observe_waits(former);
    loop_of_thread = nullptr;
    loop.running = false;
  }

private:
  void before_wait(rt::detail::future_core &awaited) override {
    if (awaited.executor == &loop)
      throw deadlock_error("the event loop's own thread waits for a coroutine that only this loop can run: "
                           "co_await it, or wait in another thread");
    if (former)
      former->before_wait(awaited);
  }
  void after_wait(rt::detail::future_core &awaited) noexcept override {
    if (former)
      former->after_wait(awaited);
  }

  event_loop &loop;
  rt::detail::wait_observer *former;
};

} // namespace detail

event_loop::event_loop() : letters(std::make_shared<detail::mailbox>()), debug(debug_by_default()) {
  descriptors.watch_quietly(letters->descriptor());
  std::lock_guard guard(registry().m);
  registry().living.insert(this);
  runs_on = std::this_thread::get_id();
}

event_loop::~event_loop() {
  close();
  std::lock_guard guard(registry().m);
  registry().living.erase(this);
}

void event_loop::run_forever() {
  const detail::loop_scope scope(*this);
  while (!stopping)
    run_round();
}

namespace {

/// Stops a loop when a future is done.
class stop_when_done final : detail::completion {
public:
  stop_when_done(event_loop &loop, detail::future_core &awaited) : loop(loop), awaited(awaited) { awaited.add(*this); }
  ~stop_when_done() {
    if (!awaited.done())
      awaited.remove(*this);
  }

private:
  void completed(detail::future_core &) override { loop.stop(); }
  event_loop &loop;
  detail::future_core &awaited;
};

} // namespace

void event_loop::run_until_done(detail::future_core &awaited) {
  if (&awaited.loop() != this)
    throw misuse_error("the future belongs to another event loop");
  const detail::loop_scope scope(*this);
  if (awaited.done())
    return;
  const stop_when_done watch(*this, awaited);
  while (!stopping)
    run_round();
  if (!awaited.done())
    throw misuse_error("the event loop was stopped before the future was done");
}

void event_loop::stop_threadsafe() {
  call_soon_threadsafe([this] { stop(); });
}

void event_loop::run_round() {
  look_outside();
  // What these make ready has its turn in the next round.
  for (std::size_t left = ready.size(); left > 0 && !ready.empty(); --left)
    run_one(take_ready());
}

event_loop::entry event_loop::take_ready() {
  if (heddle_explorer_choose && ready.size() > 1) {
    const auto choice = ready.begin() + heddle_explorer_choose(static_cast<unsigned>(ready.size()));
    std::rotate(ready.begin(), choice, choice + 1);
  }
  entry next = std::move(ready.front());
  ready.pop_front();
  return next;
}

void event_loop::run_one(const entry &next) {
  if (heddle_explorer_loop_begin)
    heddle_explorer_loop_begin();
  try {
    if (debug)
      run_timed(next);
    else
      next.target->run_step();
  } catch (...) {
    call_exception_handler({"callback of the event loop", std::current_exception()});
  }
  if (heddle_explorer_loop_end)
    heddle_explorer_loop_end();
}

void event_loop::run_timed(const entry &next) {
  const std::string name =
      next.owner ? "a callback" : "task '" + static_cast<detail::task_core *>(next.target)->name() + "'";
  const clock::time_point start = clock::now();
  next.target->run_step();
  const std::chrono::duration<double> took = clock::now() - start;
  if (took > slow_callback_duration)
    call_exception_handler(
        {name + " held up the event loop for " + std::to_string(took.count()) + " seconds", nullptr});
}

void event_loop::look_outside() {
  const bool idle = ready.empty() && !stopping;
  if (idle || letters->maybe_filled() || (!descriptors.empty() && ++rounds_since_poll >= rounds_between_polls)) {
    rounds_since_poll = 0;
    descriptors.poll(idle ? patience() : 0, [this](detail::reactor::callback told) { schedule(std::move(told)); });
    for (std::shared_ptr<detail::callback_state> &letter : letters->take())
      schedule(std::move(letter));
  }
  if (timers.empty())
    return;
  const clock::time_point now = clock::now();
  while (!timers.empty() && timers.next() <= now)
    timers.pop().reached();
}

/// How long epoll may sleep, in milliseconds rounded up: never too short, so
/// that it does not wake up only to sleep again.
int event_loop::patience() const {
  if (timers.empty())
    return -1;
  const auto left = std::chrono::ceil<std::chrono::milliseconds>(timers.next() - clock::now()).count();
  return static_cast<int>(std::clamp<decltype(left)>(left, 0, std::numeric_limits<int>::max()));
}

void event_loop::close() {
  if (running)
    throw misuse_error("a running event loop cannot be closed");
  if (std::exchange(closed, true))
    return;
  drop_tasks();
  letters->close();
  ready.clear();
  while (!timers.empty())
    timers.pop().dropped();
  signals.reset();
  descriptors.clear();
  pool.reset();
}

void event_loop::drop_tasks() noexcept {
  std::vector<std::shared_ptr<detail::future_core>> dropped;
  while (detail::task_core *task = first_task) {
    call_exception_handler({"task '" + task->name() + "' was destroyed but it is pending", nullptr});
    dropped.push_back(std::move(task->kept));
    delist(*task);
    task->destroy_frame();
    // Whoever has a handle sees that it will have no result.
    task->finish_cancelled("the event loop was closed");
  }
}

// Callbacks.

void event_loop::check_usable() const {
  if (closed)
    throw misuse_error("the event loop is closed");
  if (debug)
    check_thread();
}

void event_loop::check_thread() const {
  if (running && runs_on != std::this_thread::get_id())
    throw misuse_error("called from a thread that is not the event loop's: use call_soon_threadsafe");
}

void event_loop::schedule(std::shared_ptr<detail::callback_state> callback) {
  // A frame that is destroyed by close() may still finish futures.
  if (closed)
    return;
  if (debug)
    check_thread();
  detail::runnable *target = callback.get();
  ready.push_back({target, std::move(callback)});
}

void event_loop::schedule(detail::task_core &task) {
  if (closed)
    return;
  if (debug)
    check_thread();
  ready.push_back({&task, nullptr});
}

void event_loop::post(std::shared_ptr<detail::callback_state> callback) {
  if (!letters->post(std::move(callback)))
    throw misuse_error("the event loop is closed");
}

void event_loop::add_timer(detail::timer &what, clock::time_point when) {
  check_usable();
  timers.add(what, when);
}

clock::time_point event_loop::deadline_after(std::chrono::nanoseconds delay) noexcept {
  const clock::time_point now = clock::now();
  return delay > clock::time_point::max() - now ? clock::time_point::max() : now + delay;
}

bool event_loop::remove_descriptor(int fd, detail::reactor::direction way) {
  bool stale = false;
  const bool found = descriptors.remove(fd, way, stale);
  if (stale && debug)
    call_exception_handler(
        {"descriptor " + std::to_string(fd) + " was closed while the event loop watched it", nullptr});
  return found;
}

// Tasks.

void event_loop::enlist(detail::task_core &task) noexcept {
  task.kept = task.shared_from_this();
  task.before = last_task;
  (last_task ? last_task->after : first_task) = &task;
  last_task = &task;
  task.make_ready();
}

void event_loop::delist(detail::task_core &task) noexcept {
  (task.before ? task.before->after : first_task) = task.after;
  (task.after ? task.after->before : last_task) = task.before;
  task.before = task.after = nullptr;
}

std::vector<any_task> event_loop::tasks() const {
  std::vector<any_task> living;
  for (detail::task_core *task = first_task; task; task = task->after)
    if (!task->done())
      living.emplace_back(task->shared_from_this());
  return living;
}

// Errors.

void event_loop::default_exception_handler(const exception_context &what) {
  if (what.exception)
    call_excepthook({what.exception, what.message});
  else
    warn(what.message);
}

void event_loop::call_exception_handler(const exception_context &what) noexcept {
  try {
    if (!on_exception)
      return default_exception_handler(what);
    on_exception(*this, what);
  } catch (...) {
    call_excepthook({std::current_exception(), "the event loop's exception handler"});
  }
}

void event_loop::report(const event_loop *loop, const exception_context &what) noexcept {
  {
    std::lock_guard guard(registry().m);
    if (!registry().living.contains(loop))
      loop = nullptr;
  }
  // On its own thread it cannot be destroyed before the handler returns.
  if (loop && loop->runs_on == std::this_thread::get_id())
    const_cast<event_loop *>(loop)->call_exception_handler(what);
  else
    default_exception_handler(what);
}

// Signals.

void event_loop::watch_signal(int signal, std::shared_ptr<detail::callback_state> callback) {
  check_usable();
  if (!signals)
    signals = std::make_unique<detail::signal_watcher>(*this);
  signals->add(signal, std::move(callback));
}

bool event_loop::remove_signal_handler(int signal) {
  if (!signals || !signals->remove(signal))
    return false;
  if (signals->empty())
    signals.reset();
  return true;
}

} // namespace heddle::rt::aio
