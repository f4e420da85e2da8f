//===- future.cpp - the state of a future and its changes ----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/future.h"
#include "heddle/rt/excepthook.h"

namespace heddle::rt::detail {

namespace {

thread_local wait_observer *this_threads_observer = nullptr;

/// Tells the observer, if there is one, also when the wait throws.
class observed_wait {
public:
  explicit observed_wait(future_core &core) : awaited(core), observer(this_threads_observer) {
    if (observer)
      observer->before_wait(awaited);
  }
  ~observed_wait() {
    if (observer)
      observer->after_wait(awaited);
  }
  observed_wait(const observed_wait &) = delete;
  observed_wait &operator=(const observed_wait &) = delete;

private:
  future_core &awaited;
  wait_observer *observer;
};

void run_callback(future_core::callback &call, future_core &core) noexcept {
  try {
    call(core);
  } catch (...) {
    call_excepthook({std::current_exception(), "callback of a future"});
  }
}

} // namespace

wait_observer *observe_waits(wait_observer *observer) noexcept {
  return std::exchange(this_threads_observer, observer);
}

bool future_core::done() const {
  std::lock_guard guard(m);
  return now >= phase::cancelled;
}

bool future_core::running() const {
  std::lock_guard guard(m);
  return now == phase::running;
}

bool future_core::cancelled() const {
  std::lock_guard guard(m);
  return now == phase::cancelled;
}

bool future_core::cancel() {
  std::unique_lock held(m);
  if (now == phase::pending)
    finish(std::move(held), phase::cancelled);
  else
    return now == phase::cancelled;
  return true;
}

bool future_core::wait(const deadline &end) {
  std::unique_lock held(m);
  auto is_done = [this] { return now >= phase::cancelled; };
  if (is_done())
    return true;
  if (!end.is_never())
    return rt::detail::wait_until(changed, held, end, is_done);
  held.unlock(); // the observer has locks of its own, and asks futures
  observed_wait observed(*this);
  std::unique_lock again(m);
  changed.wait(again, is_done);
  return true;
}

void future_core::wait_done(const deadline &end) {
  if (!wait(end))
    throw timeout_error("the result did not come in time");
}

std::exception_ptr future_core::exception() const {
  std::lock_guard guard(m);
  if (now == phase::cancelled)
    throw cancelled_error();
  return error;
}

void future_core::add_callback(callback call) {
  {
    std::lock_guard guard(m);
    if (now < phase::cancelled) {
      callbacks.push_back(std::move(call));
      return;
    }
  }
  run_callback(call, *this);
}

bool future_core::watch(done_watcher &watcher) {
  std::lock_guard guard(m);
  if (now >= phase::cancelled)
    return false;
  watchers.push_back(&watcher);
  return true;
}

void future_core::unwatch(done_watcher &watcher) {
  std::lock_guard guard(m);
  std::erase(watchers, &watcher);
}

bool future_core::start() {
  std::lock_guard guard(m);
  if (now == phase::cancelled)
    return false;
  if (now != phase::pending)
    throw invalid_state_error("the work runs already or is finished");
  now = phase::running;
  return true;
}

void future_core::set_exception(std::exception_ptr given) {
  if (!given)
    throw value_error("set_exception needs an exception");
  auto held = begin_finish();
  error = std::move(given);
  finish(std::move(held), phase::finished);
}

void future_core::abandon() noexcept {
  std::unique_lock held(m);
  if (now >= phase::cancelled)
    return;
  error = std::make_exception_ptr(broken_promise_error());
  finish(std::move(held), phase::finished);
}

std::unique_lock<std::mutex> future_core::begin_finish() {
  std::unique_lock held(m);
  if (now >= phase::cancelled)
    throw invalid_state_error(now == phase::cancelled ? "a result for cancelled work" : "the result is there already");
  return held;
}

void future_core::finish(std::unique_lock<std::mutex> held, phase last) {
  // A callback may drop the last handle.
  auto self = shared_from_this();
  now = last;
  for (done_watcher *watcher : watchers)
    watcher->completed(*this);
  watchers.clear();
  auto calls = std::move(callbacks);
  held.unlock();
  changed.notify_all();
  for (callback &call : calls)
    run_callback(call, *this);
}

void future_core::check_value() const {
  std::lock_guard guard(m);
  if (now == phase::cancelled)
    throw cancelled_error();
  if (error)
    std::rethrow_exception(error);
  if (taken)
    throw invalid_state_error("the value was taken out before");
}

} // namespace heddle::rt::detail
