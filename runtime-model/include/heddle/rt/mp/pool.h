//===- pool.h - a fixed number of worker processes -----------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   mp::pool workers(4);
//   int nine = workers.apply(mp::entry<square>, 3);
//   auto later = workers.apply_async(mp::entry<square>, std::tuple(4));
//   std::vector<int> all = workers.map(mp::entry<square>, std::vector{1, 2, 3});
//   for (int each : workers.imap_unordered(mp::entry<square>, numbers)) ...
//   workers.close();
//   workers.join();
//
// What is called must be a registered entry (entry.h), its arguments and its
// result wireable (wire.h). What it throws arrives as remote_error.
//
// When a worker dies, its job fails with worker_died and another worker takes its
// place; the other jobs do not notice. (Python's Pool replaces the worker, too, but
// the result of the job never comes. rt::process_pool_executor breaks instead.)
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_MP_POOL_H
#define HEDDLE_RT_MP_POOL_H

#include "heddle/rt/mp/pool_jobs.h"
#include "heddle/rt/mp/worker_group.h"
#include <ranges>

namespace heddle::rt::mp {

struct pool_options {
  /// 0: cpu_count().
  std::size_t processes = 0;
  /// Jobs (of map: chunks) after which a worker is replaced by a fresh one, 0: never.
  std::size_t maxtasksperchild = 0;
  /// How the workers' common parent is made (worker_group.h); they themselves are
  /// forked by it.
  std::optional<start_method> method = {};
  bool fork_with_threads = false;
};

/// The result of apply_async or map_async. Python: multiprocessing.pool.AsyncResult.
/// Thread safety: from all threads. Copies are the same result.
template <class T> class async_result {
public:
  explicit async_result(future<T> result) : result(std::move(result)) {}

  /// Waits for the result. Throws what the work threw (remote_error), worker_died,
  /// cancelled_error (terminate), timeout_error.
  T get(timeout limit = {}) const { return result.result(limit); }
  /// False if the timeout came first.
  bool wait(timeout limit = {}) const { return result.wait(limit); }
  bool ready() const { return result.done(); }
  /// Whether it is a value and no error. Throws value_error if it is not ready.
  bool successful() const {
    if (!ready())
      throw value_error("the result is not ready");
    return !result.exception();
  }

private:
  future<T> result;
};

/// The results of imap: a range that is read once.
/// Python: multiprocessing.pool.IMapIterator.
/// Thread safety: next() from all threads; iteration from one.
/// Errors: reading a result whose call failed throws its error; the next read goes
/// on with the next result.
template <class T> class imap_results {
public:
  explicit imap_results(std::shared_ptr<detail::stream_collector<T>> source) : source(std::move(source)) {}

  /// Waits for the next result; empty at the end. Throws timeout_error.
  std::optional<detail::stored<T>> next(timeout limit = {}) {
    std::optional<detail::outcome<T>> one = source->next(deadline(limit));
    if (!one)
      return std::nullopt;
    if (one->error)
      std::rethrow_exception(one->error);
    return std::move(one->value);
  }

  class iterator {
  public:
    using iterator_concept = std::input_iterator_tag;
    using value_type = detail::stored<T>;
    using difference_type = std::ptrdiff_t;

    explicit iterator(imap_results &from) : from(&from), now(from.next()) {}
    const value_type &operator*() const { return *now; }
    iterator &operator++() {
      now = from->next();
      return *this;
    }
    void operator++(int) { ++*this; }
    friend bool operator==(const iterator &at, std::default_sentinel_t) { return !at.now; }

  private:
    imap_results *from;
    std::optional<value_type> now;
  };
  iterator begin() { return iterator(*this); }
  std::default_sentinel_t end() const { return {}; }

private:
  std::shared_ptr<detail::stream_collector<T>> source;
};

/// Worker processes that call functions.
///
/// Python: multiprocessing.pool.Pool.
/// Thread safety: all functions from all threads of the process that made it.
/// Invariant: every result comes: a value or an error, whatever happens to the
/// workers. Callbacks run in the pool's own thread, before the result is ready; as
/// long as one runs, no other result comes.
/// Errors: misuse_error for work after close() or terminate(), join() before them,
/// use in another process than the one that made it; broken_process_pool if the
/// initializer throws or workers die before they begin.
/// Destruction is terminate() and join(), as the end of Python's `with`: work
/// without an answer is lost, and its results are cancelled_error.
class pool {
public:
  explicit pool(std::size_t processes = 0) : pool(pool_options{.processes = processes}) {}
  explicit pool(const pool_options &options) : pool(options, [] {}) {}
  /// Each worker first calls `initializer(args...)`. Arguments may be handles
  /// (queues, locks, values): this is how workers get them.
  template <class F, class... Args>
  pool(const pool_options &options, F initializer, Args... args)
      : workers(group_options(options), [&](connection orders) {
          return detail::nursery_work<F, detail::kept_t<Args>...>(std::move(orders), std::move(initializer),
                                                                  std::move(args)...);
        }) {}

  /// Calls f(args...) in a worker and waits for the result.
  template <class F, class... Args> auto apply(F f, Args... args) {
    return apply_async(f, std::tuple<detail::kept_t<Args>...>(std::move(args)...)).get();
  }

  /// Calls f(args...) in a worker; `callback(result)` or `error_callback(error)`
  /// follows here.
  template <class F, class... Args, class R = detail::plain_result<F, detail::kept_t<Args>...>>
  async_result<R> apply_async(F, std::tuple<Args...> args = {}, std::type_identity_t<on_success<R>> callback = {},
                              on_failure error_callback = {}) {
    check<F>();
    detail::pending_result<R> result(std::move(callback), std::move(error_callback));
    async_result<R> later(result.get_future());
    std::vector<std::tuple<detail::kept_t<Args>...>> calls;
    calls.emplace_back(std::move(args));
    submit<F>(std::move(calls), 1,
              [&](auto, auto) { return std::make_unique<detail::single_job<R>>(std::move(result)); });
    return later;
  }

  /// Calls f(item) for each item, and waits; the results in the order of the items.
  /// A worker gets `chunksize` items at once; 0: about a fourth of its share. If
  /// calls fail, the error of the first is thrown, after all have ended.
  template <class F, std::ranges::input_range Items> auto map(F f, Items &&items, std::size_t chunksize = 0) {
    return map_async(f, std::forward<Items>(items), chunksize).get();
  }
  template <class F, std::ranges::input_range Items, class... Callbacks>
  auto map_async(F, Items &&items, std::size_t chunksize = 0, Callbacks... callbacks) {
    return map_calls<F>(as_calls(std::forward<Items>(items)), chunksize, std::move(callbacks)...);
  }
  /// As map, but the items are tuples of arguments.
  template <class F, std::ranges::input_range Items> auto starmap(F f, Items &&items, std::size_t chunksize = 0) {
    return starmap_async(f, std::forward<Items>(items), chunksize).get();
  }
  template <class F, std::ranges::input_range Items, class... Callbacks>
  auto starmap_async(F, Items &&items, std::size_t chunksize = 0, Callbacks... callbacks) {
    return map_calls<F>(to_vector(std::forward<Items>(items)), chunksize, std::move(callbacks)...);
  }

  /// As map, but the results can be read as they come: in the order of the items,
  /// or of their arrival. The items are all taken at once.
  template <class F, std::ranges::input_range Items> auto imap(F, Items &&items, std::size_t chunksize = 1) {
    return stream<F>(as_calls(std::forward<Items>(items)), chunksize, true);
  }
  template <class F, std::ranges::input_range Items> auto imap_unordered(F, Items &&items, std::size_t chunksize = 1) {
    return stream<F>(as_calls(std::forward<Items>(items)), chunksize, false);
  }

  /// No more work; what was taken is done.
  void close() { workers.close(); }
  /// Ends the workers at once.
  void terminate() { workers.terminate(); }
  /// Waits for the end of the workers.
  void join() { workers.join(); }

  /// The workers that are alive at this moment.
  std::vector<pid_t> worker_pids() { return workers.pids(); }

private:
  static detail::group_options group_options(const pool_options &options) {
    return {.name = "Pool",
            .workers = options.processes ? options.processes : cpu_count(),
            .jobs_per_worker = options.maxtasksperchild,
            .replace_the_dead = true,
            .method = options.method,
            .fork_with_threads = options.fork_with_threads};
  }

  template <class F> static constexpr void check() {
    static_assert(registrable<F>,
                  "a worker cannot find this callable: write mp::entry<f>, or a lambda without captures");
  }

  template <class Items> static auto to_vector(Items &&items) {
    std::vector<std::ranges::range_value_t<Items>> all;
    for (auto &&item : items)
      all.push_back(std::forward<decltype(item)>(item));
    return all;
  }
  template <class Items> static auto as_calls(Items &&items) {
    std::vector<std::tuple<detail::kept_t<std::ranges::range_value_t<Items>>>> calls;
    for (auto &&item : items)
      calls.emplace_back(std::forward<decltype(item)>(item));
    return calls;
  }

  /// Submits the calls in chunks; `make_job(first, count)` makes the job of each.
  template <class F, class... Args, class MakeJob>
  void submit(std::vector<std::tuple<Args...>> calls, std::size_t chunksize, MakeJob make_job) {
    std::vector<std::unique_ptr<detail::job>> jobs;
    for (std::size_t first = 0; first < calls.size(); first += chunksize) {
      std::size_t count = std::min(chunksize, calls.size() - first);
      auto begin = std::make_move_iterator(calls.begin() + static_cast<std::ptrdiff_t>(first));
      std::vector<std::tuple<Args...>> chunk(begin, begin + static_cast<std::ptrdiff_t>(count));
      jobs.push_back(make_job(first, count));
      jobs.back()->message = detail::batch_message<F, Args...>(chunk);
    }
    workers.submit(std::move(jobs));
  }

  template <class F, class... Args> using collector_of = detail::map_collector<detail::plain_result<F, Args...>>;

  template <class F, class... Args, class R = typename collector_of<F, Args...>::results>
  async_result<R> map_calls(std::vector<std::tuple<Args...>> calls, std::size_t chunksize,
                            std::type_identity_t<on_success<R>> callback = {}, on_failure error_callback = {}) {
    check<F>();
    detail::pending_result<R> result(std::move(callback), std::move(error_callback));
    async_result<R> later(result.get_future());
    auto all = std::make_shared<collector_of<F, Args...>>(calls.size(), std::move(result));
    submit_chunks<F>(std::move(calls), chunksize ? chunksize : fair_share(calls.size()), std::move(all));
    return later;
  }

  template <class F, class... Args>
  auto stream(std::vector<std::tuple<Args...>> calls, std::size_t chunksize, bool ordered) {
    check<F>();
    using R = detail::plain_result<F, Args...>;
    if (chunksize == 0)
      throw value_error("a chunk has at least one item");
    auto all = std::make_shared<detail::stream_collector<R>>(calls.size(), ordered);
    submit_chunks<F>(std::move(calls), chunksize, all);
    return imap_results<R>(std::move(all));
  }

  template <class F, class... Args>
  void submit_chunks(std::vector<std::tuple<Args...>> calls, std::size_t chunksize,
                     std::shared_ptr<detail::collector<detail::plain_result<F, Args...>>> all) {
    submit<F>(std::move(calls), chunksize, [&](std::size_t first, std::size_t count) {
      return std::make_unique<detail::chunk_job<detail::plain_result<F, Args...>>>(all, first, count);
    });
  }

  /// Python's choice: four chunks for each worker.
  std::size_t fair_share(std::size_t items) const { return items / (4 * workers.size()) + 1; }

  detail::worker_group workers;
};

} // namespace heddle::rt::mp

#endif // HEDDLE_RT_MP_POOL_H
