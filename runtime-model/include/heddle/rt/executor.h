//===- executor.h - who runs work for others -----------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   future<int> f = pool.submit(add, 1, 2);
//   for (int square : pool.map(squared, numbers)) ...
//   pool.shutdown();
//
// Python: concurrent.futures.Executor.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_EXECUTOR_H
#define HEDDLE_RT_EXECUTOR_H

#include "heddle/rt/future.h"
#include "heddle/rt/map_results.h"
#include "heddle/rt/task.h"

namespace heddle::rt {

/// What an executor offers beyond submit(), made from submit(): derive from it
/// as `class my_executor : public executor_mixin<my_executor>`.
template <class Derived> class executor_mixin {
public:
  /// Submits `f(item)` for each item of the range, or `f(a, b, ...)` for the
  /// items of several, up to the shortest; all at once, before it returns. The
  /// results are a range in the order of the items. Python: Executor.map.
  template <class F, std::ranges::input_range... Ranges> auto map(F f, Ranges &&...items) {
    return map(map_options(), std::move(f), std::forward<Ranges>(items)...);
  }
  /// The same with a timeout for the whole, counted from this call.
  template <class F, std::ranges::input_range... Ranges> auto map(map_options options, F f, Ranges &&...items) {
    static_assert(sizeof...(Ranges) > 0, "map needs a range");
    using result = std::invoke_result_t<F, std::ranges::range_value_t<Ranges>...>;
    deadline end(options.limit);
    std::vector<future<result>> futures;
    detail::zip([&](auto &&...item) { futures.push_back(self().submit(f, std::forward<decltype(item)>(item)...)); },
                items...);
    return map_results<result>(std::move(futures), end);
  }

private:
  Derived &self() { return static_cast<Derived &>(*this); }
};

/// An executor that runs callables in this process.
///
/// Thread safety: all functions from all threads.
/// Errors: submit() and map() after shutdown() throw misuse_error, on a broken
/// executor broken_executor. What the work throws is in its future.
/// Destruction is shutdown(): it waits for what was submitted.
class executor : public executor_mixin<executor> {
public:
  executor() = default;
  executor(const executor &) = delete;
  executor &operator=(const executor &) = delete;
  virtual ~executor() = default;

  /// Runs `f(args...)` some time. Callable and arguments are copied or moved in,
  /// and given to the call as rvalues; std::ref refers. Python: Executor.submit.
  template <class F, class... Args>
    requires std::invocable<std::decay_t<F>, std::decay_t<Args>...>
  auto submit(F &&f, Args &&...args) -> future<std::invoke_result_t<std::decay_t<F>, std::decay_t<Args>...>> {
    using work = detail::task<std::decay_t<F>, std::decay_t<Args>...>;
    auto made = std::make_shared<work>(std::forward<F>(f), std::forward<Args>(args)...);
    future<typename work::result_type> result(made);
    enqueue(std::move(made));
    return result;
  }

  /// Takes no more work. `wait` returns when all workers have ended,
  /// `cancel_futures` cancels what has not begun. A second call is allowed.
  /// Python: Executor.shutdown.
  virtual void shutdown(bool wait = true, bool cancel_futures = false) = 0;

protected:
  /// Sees to it that `work->run()` is called once, or its future cancelled.
  virtual void enqueue(std::shared_ptr<detail::task_base> work) = 0;
};

} // namespace heddle::rt

#endif // HEDDLE_RT_EXECUTOR_H
