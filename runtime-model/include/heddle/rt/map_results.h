//===- map_results.h - what map() of an executor gives -------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_MAP_RESULTS_H
#define HEDDLE_RT_MAP_RESULTS_H

#include "heddle/rt/future.h"
#include <cstddef>
#include <iterator>
#include <ranges>
#include <vector>

namespace heddle::rt {

/// Options of Executor.map.
struct map_options {
  /// For all results together, from the call of map().
  timeout limit = {};
  /// Items sent to a worker at once; only process pools look at it.
  std::size_t chunksize = 1;
};

/// The results of map(), in the order of the items: a range that waits for each
/// result when it is reached.
///
///   for (int square : pool.map(squared, numbers)) ...
///
/// Reading one that failed throws what the work threw, one that is late
/// timeout_error. Destruction cancels what has not begun, as Python's iterator
/// does when it is dropped.
/// Thread safety: one thread at a time.
template <class T> class map_results {
public:
  class iterator {
  public:
    using iterator_concept = std::input_iterator_tag;
    using value_type = std::remove_cvref_t<T>;
    using difference_type = std::ptrdiff_t;

    iterator() = default;
    typename future<T>::reference operator*() const { return at->result(end->left()); }
    iterator &operator++() {
      ++at;
      return *this;
    }
    void operator++(int) { ++at; }
    friend bool operator==(const iterator &a, const iterator &b) { return a.at == b.at; }

  private:
    friend map_results;
    iterator(const future<T> *first, const deadline *limit) : at(first), end(limit) {}
    const future<T> *at = nullptr;
    const deadline *end = nullptr;
  };

  map_results(std::vector<future<T>> results, deadline end) : all(std::move(results)), limit(end) {}
  map_results(map_results &&) noexcept = default;
  map_results &operator=(map_results &&) = delete;
  ~map_results() {
    for (future<T> &one : all)
      one.cancel();
  }

  iterator begin() const { return iterator(all.data(), &limit); }
  iterator end() const { return iterator(all.data() + all.size(), &limit); }
  std::size_t size() const { return all.size(); }
  /// The futures themselves, for work without values.
  const std::vector<future<T>> &futures() const { return all; }

private:
  std::vector<future<T>> all;
  deadline limit;
};

namespace detail {

/// Calls `f` with the first items of all ranges, then the second ones, up to the
/// end of the shortest.
template <class F, class... Ranges> void zip(F f, Ranges &...ranges) {
  auto step = [&](auto... at) {
    for (; ((at != std::ranges::end(ranges)) && ...); (++at, ...))
      f(*at...);
  };
  step(std::ranges::begin(ranges)...);
}

} // namespace detail
} // namespace heddle::rt

#endif // HEDDLE_RT_MAP_RESULTS_H
