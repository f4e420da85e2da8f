//===- gather.h - several results at once ---------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   auto [page, count] = co_await gather(fetch(url), count_words(text));
//   std::vector<page> pages = co_await gather(list_of_coroutines);
//   auto outcomes = co_await gather(return_exceptions, f(), g());
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_GATHER_H
#define HEDDLE_RT_AIO_GATHER_H

#include "heddle/rt/aio/future_watch.h"
#include "heddle/rt/aio/task_handle.h"
#include <ranges>
#include <tuple>
#include <variant>

namespace heddle::rt::aio {

/// Asks gather() for the outcomes in place of the values.
struct return_exceptions_t {};
inline constexpr return_exceptions_t return_exceptions{};

/// A value or an exception: what something ended with.
/// Thread safety: a value.
template <class T> class outcome {
public:
  using value_type = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

  explicit outcome(value_type value) : is(std::in_place_index<0>, std::move(value)) {}
  explicit outcome(std::exception_ptr error) : is(std::in_place_index<1>, std::move(error)) {}

  bool has_value() const noexcept { return is.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }
  /// Throws the exception if there is no value.
  const value_type &value() const & {
    check();
    return std::get<0>(is);
  }
  value_type value() && {
    check();
    return std::get<0>(std::move(is));
  }
  /// Null if there is a value; cancelled_error if it was cancelled.
  std::exception_ptr exception() const noexcept { return has_value() ? nullptr : std::get<1>(is); }

private:
  void check() const {
    if (!has_value())
      std::rethrow_exception(std::get<1>(is));
  }
  std::variant<value_type, std::exception_ptr> is;
};

namespace detail {

/// A coroutine becomes a task whose value is nobody else's; of a handle's value
/// others may have a part.
template <class T> struct gathered {
  result_handle<T> handle;
  bool ours;

  typename outcome<T>::value_type value() {
    if constexpr (std::is_void_v<T>) {
      handle.result();
      return {};
    } else {
      return ours ? std::move(handle).result() : handle.copy_or_take();
    }
  }
  outcome<T> result() {
    if (std::exception_ptr error = handle.core().outcome())
      return outcome<T>(std::move(error));
    return outcome<T>(value());
  }
};

template <class T> gathered<T> start_gathered(task<T> coroutine) {
  return {create_task(std::move(coroutine)), true};
}
template <class T> gathered<T> start_gathered(const result_handle<T> &handle) {
  return {handle, false};
}

template <class A> using gathered_of = decltype(start_gathered(std::declval<A>()));

inline future_watch::awaiter all_of(future_watch &watch, bool until_failure) {
  return watch.until(watch.size(), until_failure ? future_watch::stop_at::failure : future_watch::stop_at::count_only,
                     {}, true);
}
/// What the others throw is nobody's: the first failure stands for them all.
inline void throw_first_failure(const future_watch &watch) {
  future_core *failed = watch.first_failure();
  if (!failed)
    return;
  for (const std::shared_ptr<future_core> &one : watch.all())
    one->report_nothing();
  failed->check_value();
}

template <class... Ts>
task<std::tuple<typename outcome<Ts>::value_type...>> gather_values(std::tuple<gathered<Ts>...> all) {
  auto shares =
      std::apply([](auto &...one) { return std::vector<std::shared_ptr<future_core>>{one.handle.share()...}; }, all);
  future_watch watch(std::move(shares));
  co_await all_of(watch, true);
  throw_first_failure(watch);
  co_return std::apply([](auto &...one) { return std::tuple<typename outcome<Ts>::value_type...>(one.value()...); },
                       all);
}

template <class... Ts> task<std::tuple<outcome<Ts>...>> gather_outcomes(std::tuple<gathered<Ts>...> all) {
  auto shares =
      std::apply([](auto &...one) { return std::vector<std::shared_ptr<future_core>>{one.handle.share()...}; }, all);
  future_watch watch(std::move(shares));
  co_await all_of(watch, false);
  co_return std::apply([](auto &...one) { return std::tuple<outcome<Ts>...>(one.result()...); }, all);
}

template <class T> std::vector<std::shared_ptr<future_core>> shares_of(const std::vector<gathered<T>> &all) {
  std::vector<std::shared_ptr<future_core>> shares;
  for (const gathered<T> &one : all)
    shares.push_back(one.handle.share());
  return shares;
}

template <class T> task<std::vector<T>> gather_range(std::vector<gathered<T>> all) {
  future_watch watch(shares_of(all));
  co_await all_of(watch, true);
  throw_first_failure(watch);
  std::vector<T> values;
  values.reserve(all.size());
  for (gathered<T> &one : all)
    values.push_back(one.value());
  co_return values;
}

inline task<> gather_range_void(std::vector<gathered<void>> all) {
  future_watch watch(shares_of(all));
  co_await all_of(watch, true);
  throw_first_failure(watch);
}

template <class T> task<std::vector<outcome<T>>> gather_range_outcomes(std::vector<gathered<T>> all) {
  future_watch watch(shares_of(all));
  co_await all_of(watch, false);
  std::vector<outcome<T>> outcomes;
  outcomes.reserve(all.size());
  for (gathered<T> &one : all)
    outcomes.push_back(one.result());
  co_return outcomes;
}

template <class Range> auto start_range(Range &&range) {
  std::vector<gathered_of<std::ranges::range_value_t<Range>>> all;
  for (auto &one : range) {
    if constexpr (std::derived_from<std::ranges::range_value_t<Range>, any_future>)
      all.push_back(start_gathered(one));
    else
      all.push_back(start_gathered(std::move(one)));
  }
  return all;
}

template <class A>
concept gatherable = requires(A a) { start_gathered(std::move(a)); };
template <class R>
concept gatherable_range = std::ranges::input_range<R> && gatherable<std::ranges::range_value_t<R>>;

} // namespace detail

/// Runs coroutines at once (they are made tasks by the call itself) and waits
/// for them and for the given handles. Values come in the order of the
/// arguments: a tuple, std::monostate for void.
///
/// The first exception, or the first of them that is cancelled, is thrown at
/// once; the others go on (a task_group cancels them). Cancelling who awaits the
/// gathering cancels all of them, and is thrown when they are done. Values of
/// handles are copied, or taken out if they cannot be.
/// Python: asyncio.gather.
template <detail::gatherable... Awaitables> auto gather(Awaitables... awaitables) {
  return detail::gather_values(std::tuple{detail::start_gathered(std::move(awaitables))...});
}
/// The same, but waits for all of them and gives an outcome for each.
template <detail::gatherable... Awaitables> auto gather(return_exceptions_t, Awaitables... awaitables) {
  return detail::gather_outcomes(std::tuple{detail::start_gathered(std::move(awaitables))...});
}

/// The same for a range of coroutines (which are moved from) or handles; a
/// vector, or nothing for void.
template <detail::gatherable_range Range> auto gather(Range &&range) {
  auto all = detail::start_range(range);
  if constexpr (std::same_as<decltype(all), std::vector<detail::gathered<void>>>)
    return detail::gather_range_void(std::move(all));
  else
    return detail::gather_range(std::move(all));
}
template <detail::gatherable_range Range> auto gather(return_exceptions_t, Range &&range) {
  return detail::gather_range_outcomes(detail::start_range(range));
}

} // namespace heddle::rt::aio

#endif // HEDDLE_RT_AIO_GATHER_H
