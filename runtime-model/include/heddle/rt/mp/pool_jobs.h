//===- pool_jobs.h - who waits for the answers of workers ----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_MP_POOL_JOBS_H
#define HEDDLE_RT_MP_POOL_JOBS_H

#include "heddle/rt/excepthook.h"
#include "heddle/rt/future.h"
#include "heddle/rt/mp/batch.h"
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>

namespace heddle::rt::mp {

/// Called with the result of work that went well.
template <class T> struct success_callback {
  using type = std::function<void(const T &)>;
};
template <> struct success_callback<void> {
  using type = std::function<void()>;
};
template <class T> using on_success = typename success_callback<T>::type;
using on_failure = std::function<void(std::exception_ptr)>;

namespace detail {

/// What a callback throws is nobody's business but the hook's.
template <class Callback, class... Args> void call_back(const Callback &callback, const Args &...args) noexcept {
  try {
    if (callback)
      callback(args...);
  } catch (...) {
    call_excepthook({std::current_exception(), "callback of a pool"});
  }
}

/// A result with its callbacks, which run before anybody sees the result.
/// Thread safety: one thread at a time. Invariant: settled once.
template <class T> class pending_result {
public:
  pending_result(on_success<T> good, on_failure bad) : good(std::move(good)), bad(std::move(bad)) {}

  future<T> get_future() const { return result.get_future(); }
  void succeed(stored<T> value) {
    if constexpr (std::is_void_v<T>) {
      call_back(good);
      result.set_result();
    } else {
      call_back(good, value);
      result.set_result(std::move(value));
    }
  }
  void fail(const std::exception_ptr &why) {
    call_back(bad, why);
    result.set_exception(why);
  }

private:
  promise<T> result;
  on_success<T> good;
  on_failure bad;
};

/// One call.
template <class T> class single_job : public job {
public:
  explicit single_job(pending_result<T> result) : result(std::move(result)) {}

  void finish(wire_reader &in) override {
    outcome<T> one = read_outcome<T>(in);
    in.finish();
    if (one.error)
      result.fail(one.error);
    else
      result.succeed(std::move(*one.value));
  }
  void fail(const std::exception_ptr &why) override { result.fail(why); }

private:
  pending_result<T> result;
};

/// Someone who takes the outcomes of numbered calls.
template <class T> class collector {
public:
  virtual ~collector() = default;
  virtual void put(std::size_t index, outcome<T> one) = 0;
};

/// Some consecutive calls of many.
template <class T> class chunk_job : public job {
public:
  chunk_job(std::shared_ptr<collector<T>> all, std::size_t first, std::size_t count)
      : all(std::move(all)), first(first), count(count) {}

  void finish(wire_reader &in) override {
    std::vector<outcome<T>> outcomes; // all of them, before any is given away
    for (std::size_t i = 0; i < count; ++i)
      outcomes.push_back(read_outcome<T>(in));
    in.finish();
    for (std::size_t i = 0; i < count; ++i)
      all->put(first + i, std::move(outcomes[i]));
  }
  void fail(const std::exception_ptr &why) override {
    for (std::size_t i = 0; i < count; ++i)
      all->put(first + i, {std::nullopt, why});
  }

private:
  std::shared_ptr<collector<T>> all;
  std::size_t first;
  std::size_t count;
};

/// All results of map(), or the error of the first call that failed.
/// Thread safety: one thread at a time.
template <class T> class map_collector : public collector<T> {
public:
  using results = std::conditional_t<std::is_void_v<T>, void, std::vector<stored<T>>>;

  map_collector(std::size_t count, pending_result<results> result)
      : all(count), left(count), result(std::move(result)) {
    if (left == 0)
      settle();
  }
  void put(std::size_t index, outcome<T> one) override {
    all[index] = std::move(one);
    if (--left == 0)
      settle();
  }

private:
  void settle() {
    for (const outcome<T> &one : all)
      if (one.error)
        return result.fail(one.error);
    if constexpr (std::is_void_v<T>) {
      result.succeed({});
    } else {
      results values;
      for (outcome<T> &one : all)
        values.push_back(std::move(*one.value));
      result.succeed(std::move(values));
    }
  }

  std::vector<outcome<T>> all;
  std::size_t left;
  pending_result<results> result;
};

/// The results of imap(), one after the other.
/// Thread safety: from all threads; `m` guards everything.
template <class T> class stream_collector : public collector<T> {
public:
  stream_collector(std::size_t count, bool ordered) : left(count), ordered(ordered) {}

  void put(std::size_t index, outcome<T> one) override {
    std::lock_guard held(m);
    arrived.emplace(ordered ? index : arrivals++, std::move(one));
    changed.notify_all();
  }
  /// The next outcome; empty at the end. Throws timeout_error.
  std::optional<outcome<T>> next(const deadline &end) {
    std::unique_lock held(m);
    if (left == 0)
      return std::nullopt;
    if (!rt::detail::wait_until(changed, held, end, [this] { return arrived.contains(given); }))
      throw timeout_error();
    --left;
    return std::move(arrived.extract(given++).mapped());
  }

private:
  std::mutex m;
  std::condition_variable changed;
  std::map<std::size_t, outcome<T>> arrived;
  std::size_t arrivals = 0;
  std::size_t given = 0;
  std::size_t left;
  bool ordered;
};

/// Futures of an executor, one for each call. A call whose future is cancelled
/// before any of its batch has begun is not made; later it is, for nobody.
/// Thread safety: one thread at a time.
template <class T> class future_job : public job {
public:
  explicit future_job(std::size_t count) : promises(count), wanted(count, false) {}

  std::vector<future<T>> futures() const {
    std::vector<future<T>> all;
    for (const promise<T> &each : promises)
      all.push_back(each.get_future());
    return all;
  }
  bool begin() override {
    bool any = false;
    for (std::size_t i = 0; i < promises.size(); ++i)
      any |= wanted[i] = promises[i].set_running_or_notify_cancel();
    return any;
  }
  void finish(wire_reader &in) override {
    std::vector<outcome<T>> outcomes;
    for (std::size_t i = 0; i < promises.size(); ++i)
      outcomes.push_back(read_outcome<T>(in));
    in.finish();
    for (std::size_t i = 0; i < promises.size(); ++i)
      if (wanted[i])
        set(promises[i], std::move(outcomes[i]));
  }
  void fail(const std::exception_ptr &why) override {
    for (std::size_t i = 0; i < promises.size(); ++i)
      // One that has not begun may just be cancelled, and is no longer wanted then.
      if (wanted[i] || promises[i].set_running_or_notify_cancel())
        promises[i].set_exception(why);
  }
  void cancel() override {
    for (promise<T> &each : promises)
      each.get_future().cancel();
  }

private:
  static void set(promise<T> &to, outcome<T> one) {
    if (one.error)
      to.set_exception(one.error);
    else if constexpr (std::is_void_v<T>)
      to.set_result();
    else
      to.set_result(std::move(*one.value));
  }

  std::vector<promise<T>> promises;
  std::vector<bool> wanted;
};

} // namespace detail
} // namespace heddle::rt::mp

#endif // HEDDLE_RT_MP_POOL_JOBS_H
