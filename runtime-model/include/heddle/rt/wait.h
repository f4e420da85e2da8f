//===- wait.h - waiting for several futures ------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   wait_result r = wait(futures, return_when::first_completed);
//   for (future<int> &f : as_completed(futures)) use(f.result());
//
// Python: concurrent.futures.wait, as_completed.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_WAIT_H
#define HEDDLE_RT_WAIT_H

#include "heddle/rt/future.h"
#include <cstddef>
#include <iterator>
#include <memory>
#include <ranges>
#include <string>
#include <vector>

namespace heddle::rt {

/// When wait() returns. Python: FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED.
enum class return_when {
  first_completed,
  /// The first with an exception, or else all. A cancelled one is no exception.
  first_exception,
  all_completed,
};

namespace detail {

/// Several futures, and which of them are done, in the order of completion.
/// Thread safety: one waiting thread. The futures must live longer.
class future_set {
public:
  explicit future_set(std::vector<future_core *> futures);
  ~future_set();
  future_set(const future_set &) = delete;
  future_set &operator=(const future_set &) = delete;

  /// Waits until `enough` are done, or one with an exception if that is enough.
  /// False if the deadline came first.
  bool wait(std::size_t enough, bool or_exception, const deadline &end);
  /// The n-th that was done: its place in the set. Only after wait(n + 1).
  std::size_t completed(std::size_t n) const;
  std::size_t size() const;
  std::size_t done_count() const;

private:
  class watcher;
  std::unique_ptr<watcher> state;
};

template <std::ranges::input_range Range> std::vector<future_core *> cores(Range &&futures) {
  std::vector<future_core *> found;
  for (auto &one : futures)
    found.push_back(&one.core());
  return found;
}

template <class Range>
concept future_range = std::ranges::forward_range<Range> && requires(std::ranges::range_value_t<Range> f) { f.core(); };

} // namespace detail

/// What wait() gives. Each future is in one of them.
template <class Future> struct wait_result {
  /// First those that were done before the call, in the order of the range, then
  /// the others in the order of completion.
  std::vector<Future> done;
  /// In the order of the range.
  std::vector<Future> not_done;
};

/// Waits for futures until the condition holds or the timeout comes, which is no
/// error. An empty range returns at once.
/// Thread safety: from all threads, for the same futures also.
/// Python: concurrent.futures.wait.
template <detail::future_range Range>
wait_result<std::ranges::range_value_t<Range>> wait(const Range &futures, timeout limit = {},
                                                    return_when when = return_when::all_completed) {
  deadline end(limit);
  detail::future_set set(detail::cores(futures));
  std::size_t enough = when == return_when::first_completed ? std::min<std::size_t>(1, set.size()) : set.size();
  set.wait(enough, when == return_when::first_exception, end);
  wait_result<std::ranges::range_value_t<Range>> result;
  std::vector<std::ranges::iterator_t<const Range>> places;
  for (auto at = std::ranges::begin(futures); at != std::ranges::end(futures); ++at)
    places.push_back(at);
  std::vector<bool> is_done(places.size());
  for (std::size_t n = 0, count = set.done_count(); n < count; ++n) {
    is_done[set.completed(n)] = true;
    result.done.push_back(*places[set.completed(n)]);
  }
  for (std::size_t i = 0; i < places.size(); ++i)
    if (!is_done[i])
      result.not_done.push_back(*places[i]);
  return result;
}
template <detail::future_range Range> auto wait(const Range &futures, return_when when) {
  return wait(futures, timeout(), when);
}

/// The futures of a range in the order in which they are done; made by as_completed().
/// Thread safety: one thread at a time.
template <class Future> class completion_order {
public:
  class iterator {
  public:
    using iterator_concept = std::input_iterator_tag;
    using value_type = Future;
    using difference_type = std::ptrdiff_t;

    iterator() = default;
    Future &operator*() const { return from->at(place); }
    iterator &operator++() {
      ++place;
      from->await(place);
      return *this;
    }
    void operator++(int) { ++*this; }
    friend bool operator==(const iterator &a, std::default_sentinel_t) { return a.ended(); }

  private:
    friend completion_order;
    bool ended() const { return place == from->futures.size(); }
    explicit iterator(completion_order *order) : from(order) { from->await(0); }
    completion_order *from = nullptr;
    std::size_t place = 0;
  };

  completion_order(std::vector<Future> all, deadline limit)
      : futures(std::move(all)), set(detail::cores(futures)), end_of_wait(limit) {}

  iterator begin() { return iterator(this); }
  std::default_sentinel_t end() const { return {}; }

private:
  Future &at(std::size_t n) { return futures[set.completed(n)]; }
  void await(std::size_t n) {
    if (n < futures.size() && !set.wait(n + 1, false, end_of_wait))
      throw timeout_error(std::to_string(futures.size() - n) + " (of " + std::to_string(futures.size()) +
                          ") futures unfinished");
  }

  std::vector<Future> futures;
  detail::future_set set;
  deadline end_of_wait;
};

/// Gives futures as they are done, those that are done already first. Throws
/// timeout_error, out of begin() or ++, when the next one is not there in time,
/// counted from this call.
/// Thread safety: from all threads.
/// Python: concurrent.futures.as_completed.
template <detail::future_range Range>
completion_order<std::ranges::range_value_t<Range>> as_completed(const Range &futures, timeout limit = {}) {
  deadline end(limit);
  using future_type = std::ranges::range_value_t<Range>;
  return completion_order<future_type>(std::vector<future_type>(std::ranges::begin(futures), std::ranges::end(futures)),
                                       end);
}

} // namespace heddle::rt

#endif // HEDDLE_RT_WAIT_H
