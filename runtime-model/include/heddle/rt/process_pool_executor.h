//===- process_pool_executor.h - an executor of worker processes ---------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   process_pool_executor pool(4);
//   future<int> f = pool.submit(mp::entry<square>, 3);
//   for (int each : pool.map(mp::entry<square>, numbers)) ...
//
// Python: concurrent.futures.ProcessPoolExecutor.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_PROCESS_POOL_EXECUTOR_H
#define HEDDLE_RT_PROCESS_POOL_EXECUTOR_H

#include "heddle/rt/executor.h"
#include "heddle/rt/mp/pool_jobs.h"
#include "heddle/rt/mp/worker_group.h"

namespace heddle::rt {

struct process_pool_options {
  /// 0: mp::cpu_count().
  std::size_t max_workers = 0;
  /// Jobs after which a worker is replaced by a fresh one, 0: never.
  std::size_t max_tasks_per_child = 0;
  /// As in mp::pool_options.
  std::optional<mp::start_method> method = {};
  bool fork_with_threads = false;
};

/// The interface of rt::executor over worker processes. What it calls must be a
/// registered entry (mp/entry.h), arguments and result wireable (wire.h); what the
/// call throws arrives as mp::remote_error.
///
/// Thread safety: all functions from all threads of the process that made it.
/// Invariant: every future is done some time: with a value, an error, or cancelled.
/// Errors: when a worker dies without being told to, the executor is broken: all its
/// futures that are not done, and submit() from then on, get broken_process_pool, and
/// the other workers are ended (mp::pool replaces the worker instead). misuse_error
/// for submit() after shutdown() and in another process.
/// Destruction is shutdown(): it waits for what was submitted.
class process_pool_executor : public executor_mixin<process_pool_executor> {
public:
  explicit process_pool_executor(std::size_t max_workers = 0)
      : process_pool_executor(process_pool_options{.max_workers = max_workers}) {}
  explicit process_pool_executor(const process_pool_options &options) : process_pool_executor(options, [] {}) {}
  /// Each worker first calls `initializer(args...)`.
  template <class F, class... Args>
  process_pool_executor(const process_pool_options &options, F initializer, Args... args)
      : workers(group_options(options), [&](mp::connection orders) {
          return mp::detail::nursery_work<F, mp::detail::kept_t<Args>...>(std::move(orders), std::move(initializer),
                                                                          std::move(args)...);
        }) {}
  process_pool_executor(const process_pool_executor &) = delete;
  process_pool_executor &operator=(const process_pool_executor &) = delete;
  ~process_pool_executor() {
    if (workers.own()) // a forked child has but a picture of it
      shutdown();
  }

  /// Calls `f(args...)` in a worker some time. Python: Executor.submit.
  template <class F, class... Args> auto submit(F, Args... args) {
    std::vector<std::tuple<mp::detail::kept_t<Args>...>> calls;
    calls.emplace_back(std::move(args)...);
    return std::move(submit_calls<F>(std::move(calls), 1).front());
  }

  /// As executor_mixin::map, and a worker gets `options.chunksize` items at once.
  template <class F, std::ranges::input_range... Ranges> auto map(F f, Ranges &&...items) {
    return map(map_options(), std::move(f), std::forward<Ranges>(items)...);
  }
  template <class F, std::ranges::input_range... Ranges> auto map(map_options options, F, Ranges &&...items) {
    static_assert(sizeof...(Ranges) > 0, "map needs a range");
    if (options.chunksize == 0)
      throw value_error("a chunk has at least one item");
    deadline end(options.limit);
    std::vector<std::tuple<mp::detail::kept_t<std::ranges::range_value_t<Ranges>>...>> calls;
    detail::zip([&](auto &&...item) { calls.emplace_back(std::forward<decltype(item)>(item)...); }, items...);
    auto futures = submit_calls<F>(std::move(calls), options.chunksize);
    using result = typename decltype(futures)::value_type::value_type;
    return map_results<result>(std::move(futures), end);
  }

  /// As executor::shutdown.
  void shutdown(bool wait = true, bool cancel_futures = false) {
    workers.close();
    if (cancel_futures)
      workers.cancel_waiting();
    if (wait)
      workers.join();
  }

  /// The workers that are alive at this moment.
  std::vector<pid_t> worker_pids() { return workers.pids(); }

private:
  static mp::detail::group_options group_options(const process_pool_options &options) {
    return {.name = "ProcessPoolExecutor",
            .workers = options.max_workers ? options.max_workers : mp::cpu_count(),
            .jobs_per_worker = options.max_tasks_per_child,
            .replace_the_dead = false,
            .method = options.method,
            .fork_with_threads = options.fork_with_threads};
  }

  /// A job for each `chunksize` calls, and a future for each call.
  template <class F, class... Args> auto submit_calls(std::vector<std::tuple<Args...>> calls, std::size_t chunksize) {
    static_assert(mp::registrable<F>,
                  "a worker cannot find this callable: write mp::entry<f>, or a lambda without captures");
    using R = mp::detail::plain_result<F, Args...>;
    std::vector<future<R>> futures;
    std::vector<std::unique_ptr<mp::detail::job>> jobs;
    for (std::size_t first = 0; first < calls.size(); first += chunksize) {
      std::size_t count = std::min(chunksize, calls.size() - first);
      auto begin = std::make_move_iterator(calls.begin() + static_cast<std::ptrdiff_t>(first));
      std::vector<std::tuple<Args...>> chunk(begin, begin + static_cast<std::ptrdiff_t>(count));
      auto made = std::make_unique<mp::detail::future_job<R>>(count);
      made->message = mp::detail::batch_message<F, Args...>(chunk);
      std::ranges::copy(made->futures(), std::back_inserter(futures));
      jobs.push_back(std::move(made));
    }
    workers.submit(std::move(jobs));
    return futures;
  }

  mp::detail::worker_group workers;
};

} // namespace heddle::rt

#endif // HEDDLE_RT_PROCESS_POOL_EXECUTOR_H
