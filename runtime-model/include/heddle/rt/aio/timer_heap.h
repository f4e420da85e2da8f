//===- timer_heap.h - what is to happen when, the earliest first ----------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A binary heap in which every timer knows its place, so that cancelling one is
// a removal in O(log n) and a cancelled timer costs nothing afterwards.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_TIMER_HEAP_H
#define HEDDLE_RT_AIO_TIMER_HEAP_H

#include "heddle/rt/time.h"
#include <cstddef>
#include <cstdint>
#include <vector>

namespace heddle::rt::aio::detail {

/// Something that happens at a point in time. Its owner keeps it alive while it
/// is in a heap.
class timer {
public:
  timer() = default;
  timer(const timer &) = delete;
  timer &operator=(const timer &) = delete;
  bool pending() const noexcept { return place != none; }
  /// Called by the loop; the timer is in no heap any more.
  virtual void reached() = 0;
  /// Called in its place if the loop closes first.
  virtual void dropped() noexcept {}

protected:
  ~timer() = default;

private:
  friend class timer_heap;
  static constexpr std::size_t none = SIZE_MAX;
  std::size_t place = none;
};

/// Thread safety: none; the loop's thread.
/// Invariants: no entry comes before its parent, entry (i - 1) / 2; of equal
/// times the one added first comes first; `entries[i].what->place == i`.
class timer_heap {
public:
  bool empty() const noexcept { return entries.empty(); }
  std::size_t size() const noexcept { return entries.size(); }
  /// Only if not empty.
  clock::time_point next() const noexcept { return entries.front().when; }

  void add(timer &what, clock::time_point when) {
    entries.push_back({});
    move_up(entries.size() - 1, {when, ++added, &what});
  }
  void remove(timer &what) noexcept {
    const std::size_t hole = what.place;
    what.place = timer::none;
    const entry last = entries.back();
    entries.pop_back();
    if (hole == entries.size())
      return;
    if (hole > 0 && last < entries[(hole - 1) / 2])
      move_up(hole, last);
    else
      move_down(hole, last);
  }
  /// Removes the earliest and returns it.
  timer &pop() noexcept {
    timer &earliest = *entries.front().what;
    remove(earliest);
    return earliest;
  }

private:
  struct entry {
    clock::time_point when;
    std::uint64_t order;
    timer *what;
    bool operator<(const entry &other) const noexcept {
      return when != other.when ? when < other.when : order < other.order;
    }
  };

  void put(std::size_t place, const entry &what) noexcept {
    entries[place] = what;
    what.what->place = place;
  }
  void move_up(std::size_t hole, entry what) noexcept {
    for (std::size_t parent; hole > 0 && what < entries[parent = (hole - 1) / 2]; hole = parent)
      put(hole, entries[parent]);
    put(hole, what);
  }
  void move_down(std::size_t hole, entry what) noexcept {
    for (std::size_t child; (child = 2 * hole + 1) < entries.size(); hole = child) {
      if (child + 1 < entries.size() && entries[child + 1] < entries[child])
        ++child;
      if (!(entries[child] < what))
        break;
      put(hole, entries[child]);
    }
    put(hole, what);
  }

  std::vector<entry> entries;
  std::uint64_t added = 0;
};

} // namespace heddle::rt::aio::detail

#endif // HEDDLE_RT_AIO_TIMER_HEAP_H
