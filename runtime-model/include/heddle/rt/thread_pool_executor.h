//===- thread_pool_executor.h - a pool of threads ------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   thread_pool_executor pool(4);
//   future<int> f = pool.submit(add, 1, 2);
//   f.result();
//
// Python: concurrent.futures.ThreadPoolExecutor.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_THREAD_POOL_EXECUTOR_H
#define HEDDLE_RT_THREAD_POOL_EXECUTOR_H

#include "heddle/rt/executor.h"
#include "heddle/rt/thread.h"
#include <deque>
#include <string>

namespace heddle::rt {

/// Runs work in up to `max_workers` threads, in the order of submission. A
/// thread is made only when work comes and no thread is idle.
///
/// Thread safety: all functions from all threads; destruction alone, and not by
/// a task of the pool.
/// Invariants: every task that submit() took is run once, or cancelled, or
/// failed with broken_thread_pool; nobody waits for ever for one. At most
/// `max_workers` run at once.
/// Errors: submit() after shutdown() is misuse_error; once an initializer has
/// thrown, submit() and all waiting work are broken_thread_pool. shutdown(true)
/// by a task of the pool is misuse_error (a thread cannot join itself).
///
/// A task that waits for a task of the same pool holds a worker while it waits.
/// When all workers wait so, none of them can ever go on: the wait that would
/// complete the circle is deadlock_error, in the task that made it. Found are
/// waits by future::result(), exception() and wait() without a timeout; that
/// another thread would have cancelled one of them is not foreseen.
///
/// The end: the destructor is shutdown(true), it runs what is queued. At the end
/// of main the workers of a pool that still lives finish what is queued and end.
/// Python: ThreadPoolExecutor, but for the deadlock, which hangs there.
class thread_pool_executor final : public executor {
public:
  struct options {
    /// At most this many threads; 0 is value_error.
    std::size_t max_workers = default_workers();
    /// Threads are PREFIX_0, PREFIX_1, ... Empty: ThreadPoolExecutor-N.
    std::string thread_name_prefix = {};
    /// Called by each thread before its first task.
    std::function<void()> initializer = {};
  };

  explicit thread_pool_executor(std::size_t max_workers = default_workers());
  explicit thread_pool_executor(options wanted);
  ~thread_pool_executor() override;

  /// Work that was taken before is still done, unless it is cancelled.
  void shutdown(bool wait = true, bool cancel_futures = false) override;

  std::size_t max_workers() const { return most; }
  /// How many threads there are now.
  std::size_t worker_count() const;

  /// min(32, cores + 4). Python 3.8 and later.
  static std::size_t default_workers();

private:
  class worker;
  using work = std::shared_ptr<detail::task_base>;

  void enqueue(work given) override;
  void add_worker();
  void run_worker(std::stop_token stop);
  bool initialize();
  work next();
  void fail(std::exception_ptr why);
  void note_wait(detail::future_core &awaited);
  void forget_wait(detail::future_core &awaited) noexcept;

  const std::size_t most;
  const std::string prefix;
  const std::function<void()> initializer;

  mutable std::mutex m;
  std::condition_variable has_work;
  std::deque<work> queue;
  std::vector<thread> workers; // grows under m; unchanged once closed
  std::size_t idle = 0;        // workers that wait for work
  bool closed = false;
  std::exception_ptr broken;
  std::vector<detail::future_core *> awaited_here; // by workers, of this pool
};

} // namespace heddle::rt

#endif // HEDDLE_RT_THREAD_POOL_EXECUTOR_H
