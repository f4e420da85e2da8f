//===- thread_pool_executor.cpp - a pool of threads ----------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One lock, one queue. A worker takes the lock to fetch a task, never while it
// runs one. Lock order: the pool's lock, then a future's.
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/thread_pool_executor.h"
#include "heddle/rt/excepthook.h"
#include <algorithm>
#include <atomic>

namespace heddle::rt {

namespace {

std::string or_default(std::string prefix) {
  // Relaxed: only the numbers must differ.
  static std::atomic<unsigned> pools = 0;
  if (!prefix.empty())
    return prefix;
  return "ThreadPoolExecutor-" + std::to_string(pools.fetch_add(1, std::memory_order_relaxed));
}

} // namespace

/// Sees the waits of one worker thread.
class thread_pool_executor::worker final : detail::wait_observer {
public:
  explicit worker(thread_pool_executor &owner) : pool(owner), before(detail::observe_waits(this)) {}
  ~worker() { detail::observe_waits(before); }
  worker(const worker &) = delete;
  worker &operator=(const worker &) = delete;

  void before_wait(detail::future_core &awaited) override { pool.note_wait(awaited); }
  void after_wait(detail::future_core &awaited) noexcept override { pool.forget_wait(awaited); }

private:
  thread_pool_executor &pool;
  detail::wait_observer *before;
};

thread_pool_executor::thread_pool_executor(std::size_t max_workers)
    : thread_pool_executor(options{.max_workers = max_workers}) {}

thread_pool_executor::thread_pool_executor(options wanted)
    : most(wanted.max_workers), prefix(or_default(std::move(wanted.thread_name_prefix))),
      initializer(std::move(wanted.initializer)) {
  if (most == 0)
    throw value_error("a pool needs one worker or more");
}

thread_pool_executor::~thread_pool_executor() {
  shutdown();
}

std::size_t thread_pool_executor::default_workers() {
  return std::min<std::size_t>(32, std::thread::hardware_concurrency() + 4);
}

std::size_t thread_pool_executor::worker_count() const {
  std::lock_guard held(m);
  return workers.size();
}

void thread_pool_executor::enqueue(work given) {
  std::unique_lock held(m);
  if (broken)
    std::rethrow_exception(broken);
  if (closed)
    throw misuse_error("submit after shutdown");
  given->core().executor = this;
  queue.push_back(std::move(given));
  if (queue.size() > idle && workers.size() < most)
    return add_worker();
  bool wake = idle > 0;
  held.unlock(); // or the worker would wake up only to wait for the lock
  if (wake)
    has_work.notify_one();
}

void thread_pool_executor::add_worker() {
  try {
    std::string name = prefix + "_" + std::to_string(workers.size());
    workers.emplace_back(thread_options{.name = std::move(name)}, [this](std::stop_token stop) { run_worker(stop); });
  } catch (const std::system_error &) {
    // The workers that there are will come to it.
    if (!workers.empty())
      return;
    queue.pop_back();
    throw;
  }
}

void thread_pool_executor::run_worker(std::stop_token stop) {
  worker seen(*this);
  // Nobody shuts a pool down that is still there at the end of main.
  std::stop_callback close(stop, [this] { shutdown(false); });
  if (!initialize())
    return;
  while (work one = next())
    one->run();
}

bool thread_pool_executor::initialize() {
  if (!initializer)
    return true;
  try {
    initializer();
    return true;
  } catch (...) {
    fail(std::current_exception());
    return false;
  }
}

/// The next task; null when the pool is closed and all is done.
thread_pool_executor::work thread_pool_executor::next() {
  std::unique_lock held(m);
  ++idle;
  has_work.wait(held, [this] { return !queue.empty() || closed; });
  --idle;
  if (queue.empty())
    return nullptr;
  work one = std::move(queue.front());
  queue.pop_front();
  return one;
}

void thread_pool_executor::shutdown(bool wait, bool cancel_futures) {
  std::deque<work> dropped;
  {
    std::lock_guard held(m);
    closed = true;
    if (cancel_futures)
      dropped.swap(queue);
    has_work.notify_all();
  }
  for (work &one : dropped)
    one->core().cancel();
  if (wait)
    for (thread &one : workers)
      one.join();
}

/// The pool is broken: nothing that waits will be run.
void thread_pool_executor::fail(std::exception_ptr why) {
  std::deque<work> dropped;
  auto error = std::make_exception_ptr(broken_thread_pool("an initializer of the pool failed: " + describe(why)));
  {
    std::lock_guard held(m);
    broken = error;
    dropped.swap(queue);
  }
  for (work &one : dropped)
    if (one->core().start())
      one->core().set_exception(error);
}

void thread_pool_executor::note_wait(detail::future_core &awaited) {
  if (awaited.executor != this)
    return;
  std::lock_guard held(m);
  auto waits = [](const detail::future_core *one) { return !one->done(); };
  if (awaited_here.size() + 1 == most && waits(&awaited) && std::ranges::all_of(awaited_here, waits))
    throw deadlock_error("all workers of the pool would wait for tasks of the pool");
  awaited_here.push_back(&awaited);
}

void thread_pool_executor::forget_wait(detail::future_core &awaited) noexcept {
  if (awaited.executor != this)
    return;
  std::lock_guard held(m);
  auto found = std::ranges::find(awaited_here, &awaited);
  if (found != awaited_here.end())
    awaited_here.erase(found);
}

} // namespace heddle::rt
