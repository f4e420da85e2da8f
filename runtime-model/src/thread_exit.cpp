//===- thread_exit.cpp - what the end of main does with threads ----------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "thread_record.h"
#include <cstdio>
#include <cstdlib>

namespace heddle::rt {

using detail::thread_record;

namespace {

using namespace std::chrono_literals;

// Relaxed: a number, which orders nothing.
std::atomic<std::chrono::nanoseconds> grace{2s};

bool wait_for_end(thread_record &record, const deadline &limit) {
  std::unique_lock held(record.m);
  if (!detail::wait_until(record.changed, held, limit, [&] { return record.now == thread_record::phase::ended; }))
    return false;
  held.unlock();
  record.reap();
  return true;
}

/// The threads to wait for. It cannot ask who is current: this thread's own
/// objects may be destroyed already.
std::vector<std::shared_ptr<thread_record>> others() {
  auto all = detail::thread_registry::instance().alive();
  std::erase_if(all, [](const auto &one) { return !one->ours || one->is_current(); });
  return all;
}

void at_exit() {
  for (auto &one : others())
    one->stop.request_stop();
  for (auto &one : others())
    if (!one->daemon)
      wait_for_end(*one, deadline());
  deadline end(daemon_grace());
  for (auto &one : others())
    if (!wait_for_end(*one, end))
      std::fprintf(stderr, "heddle: daemon thread '%s' does not look at its stop token; it ends with the process\n",
                   thread_ref(one).name().c_str());
}

} // namespace

void detail::wait_for_threads_at_exit() {
  static const int registered = std::atexit(at_exit);
  static_cast<void>(registered);
}

std::chrono::nanoseconds set_daemon_grace(std::chrono::nanoseconds given) {
  return grace.exchange(given, std::memory_order_relaxed);
}
std::chrono::nanoseconds daemon_grace() {
  return grace.load(std::memory_order_relaxed);
}

} // namespace heddle::rt
