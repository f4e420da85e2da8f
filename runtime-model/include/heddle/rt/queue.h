//===- queue.h - queues between threads ----------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   queue<int> jobs(10);                 at most ten wait in it
//   jobs.put(1);                         waits for room
//   int job = jobs.get();                waits for an item
//   jobs.task_done(); jobs.join();       until all items were dealt with
//
// Three orders, one class: queue (first in, first out), lifo_queue (last in,
// first out), priority_queue (the smallest first), and simple_queue without limit
// and without task_done(). Python: the module queue.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_QUEUE_H
#define HEDDLE_RT_QUEUE_H

#include "heddle/rt/error.h"
#include "heddle/rt/stop.h"
#include "heddle/rt/time.h"
#include <algorithm>
#include <concepts>
#include <cstddef>
#include <deque>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace heddle::rt {

/// First in, first out.
template <class T> class fifo_order {
public:
  void push(T item) { items.push_back(std::move(item)); }
  T pop() {
    T item = std::move(items.front());
    items.pop_front();
    return item;
  }
  bool empty() const { return items.empty(); }
  std::size_t size() const { return items.size(); }

private:
  std::deque<T> items;
};

/// Last in, first out.
template <class T> class lifo_order {
public:
  void push(T item) { items.push_back(std::move(item)); }
  T pop() {
    T item = std::move(items.back());
    items.pop_back();
    return item;
  }
  bool empty() const { return items.empty(); }
  std::size_t size() const { return items.size(); }

private:
  std::vector<T> items;
};

/// The smallest first, by `Less`; equal ones in any order.
template <class T, class Less> class priority_order {
public:
  priority_order() = default;
  explicit priority_order(Less given) : less(std::move(given)) {}

  void push(T item) {
    items.push_back(std::move(item));
    std::push_heap(items.begin(), items.end(), greater());
  }
  T pop() {
    std::pop_heap(items.begin(), items.end(), greater());
    T item = std::move(items.back());
    items.pop_back();
    return item;
  }
  bool empty() const { return items.empty(); }
  std::size_t size() const { return items.size(); }

private:
  auto greater() {
    return [this](const T &a, const T &b) { return less(b, a); };
  }

  Less less;
  std::vector<T> items;
};

/// A queue that many threads put into and get from.
///
/// Thread safety: all functions from all threads; destroy it when no call is
/// under way. Items are moved under the queue's lock: their move must not use
/// the queue.
/// Invariants: at most maxsize() items (0: any number); unfinished items are
/// those put and not yet followed by task_done(). qsize(), empty() and full() are
/// true only until another thread acts: look by try_get() and try_put() instead.
/// Errors: queue_full and queue_empty when the timeout came first; value_error
/// for one task_done() more than items.
/// Python: queue.Queue and its subclasses.
template <class T, class Order> class basic_queue {
public:
  /// `maxsize` 0: no limit.
  explicit basic_queue(std::size_t maxsize = 0, Order order = Order()) : limit(maxsize), items(std::move(order)) {}
  basic_queue(const basic_queue &) = delete;
  basic_queue &operator=(const basic_queue &) = delete;

  /// Waits for room; throws queue_full if the timeout came first.
  /// Python: Queue.put(item, timeout=...).
  void put(T item, timeout wait = {}) {
    std::unique_lock held(m);
    if (!has_room() && !detail::wait_until(not_full, held, wait, [this] { return has_room(); }))
      throw queue_full();
    add(std::move(item), held);
  }
  /// Throws queue_full if there is no room. Python: Queue.put_nowait.
  void put_nowait(T item) {
    if (!try_put(item))
      throw queue_full();
  }
  /// False if there is no room; then the item was not touched.
  bool try_put(T &&item) { return try_put(item); }
  bool try_put(const T &item)
    requires std::copy_constructible<T>
  {
    T copy(item);
    return try_put(copy);
  }

  /// Waits for an item; throws queue_empty if the timeout came first.
  /// Python: Queue.get(timeout=...).
  T get(timeout wait = {}) {
    std::unique_lock held(m);
    if (items.empty() && !detail::wait_until(not_empty, held, wait, [this] { return !items.empty(); }))
      throw queue_empty();
    return take(held);
  }
  /// Waits for an item; nothing, if a stop was requested and there is none. For
  /// workers: `while (auto job = jobs.get(stop)) ...`
  std::optional<T> get(const std::stop_token &stop) {
    detail::wake_on_stop wake(stop, m, not_empty);
    std::unique_lock held(m);
    not_empty.wait(held, [&] { return !items.empty() || stop.stop_requested(); });
    if (items.empty())
      return std::nullopt;
    return take(held);
  }
  /// Throws queue_empty if there is none. Python: Queue.get_nowait.
  T get_nowait() {
    std::unique_lock held(m);
    if (items.empty())
      throw queue_empty();
    return take(held);
  }
  /// Nothing, if there is none.
  std::optional<T> try_get() {
    std::unique_lock held(m);
    if (items.empty())
      return std::nullopt;
    return take(held);
  }

  /// An item that was got is dealt with. Python: Queue.task_done().
  void task_done() {
    std::lock_guard held(m);
    if (unfinished == 0)
      throw value_error("task_done() called too many times");
    if (--unfinished == 0)
      all_done.notify_all(); // under the lock: who joins may destroy the queue
  }
  /// Waits until all items are dealt with; false if the timeout came first.
  /// Python: Queue.join() (without timeout).
  bool join(timeout wait = {}) {
    std::unique_lock held(m);
    return detail::wait_until(all_done, held, wait, [this] { return unfinished == 0; });
  }

  std::size_t qsize() const {
    std::lock_guard held(m);
    return items.size();
  }
  bool empty() const { return qsize() == 0; }
  bool full() const {
    std::lock_guard held(m);
    return !has_room();
  }
  std::size_t maxsize() const { return limit; }

private:
  bool has_room() const { return limit == 0 || items.size() < limit; }

  bool try_put(T &item) {
    std::unique_lock held(m);
    if (!has_room())
      return false;
    add(std::move(item), held);
    return true;
  }
  // Both give the lock back before they wake somebody, who would only wait for it.
  void add(T &&item, std::unique_lock<std::mutex> &held) {
    items.push(std::move(item));
    ++unfinished;
    held.unlock();
    not_empty.notify_one();
  }
  T take(std::unique_lock<std::mutex> &held) {
    T item = items.pop();
    held.unlock();
    if (limit != 0)
      not_full.notify_one();
    return item;
  }

  const std::size_t limit;
  mutable std::mutex m;
  std::condition_variable not_empty, not_full, all_done;
  Order items;
  std::size_t unfinished = 0;
};

template <class T> using queue = basic_queue<T, fifo_order<T>>;
template <class T> using lifo_queue = basic_queue<T, lifo_order<T>>;
template <class T, class Less = std::less<T>> using priority_queue = basic_queue<T, priority_order<T, Less>>;

/// A queue without limit, and without task_done().
///
/// Thread safety: all functions from all threads; destroy it when no call is
/// under way. Errors: queue_empty.
/// Python: queue.SimpleQueue.
template <class T> class simple_queue {
public:
  simple_queue() = default;
  simple_queue(const simple_queue &) = delete;
  simple_queue &operator=(const simple_queue &) = delete;

  /// Never waits for room.
  void put(T item) {
    {
      std::lock_guard held(m);
      items.push(std::move(item));
    }
    not_empty.notify_one();
  }
  T get(timeout wait = {}) {
    std::unique_lock held(m);
    if (items.empty() && !detail::wait_until(not_empty, held, wait, [this] { return !items.empty(); }))
      throw queue_empty();
    return items.pop();
  }
  /// Nothing, if a stop was requested and there is none.
  std::optional<T> get(const std::stop_token &stop) {
    detail::wake_on_stop wake(stop, m, not_empty);
    std::unique_lock held(m);
    not_empty.wait(held, [&] { return !items.empty() || stop.stop_requested(); });
    return !items.empty() ? std::optional<T>(items.pop()) : std::nullopt;
  }
  T get_nowait() { return get(std::chrono::nanoseconds::zero()); }
  std::optional<T> try_get() {
    std::lock_guard held(m);
    return !items.empty() ? std::optional<T>(items.pop()) : std::nullopt;
  }

  std::size_t qsize() const {
    std::lock_guard held(m);
    return items.size();
  }
  bool empty() const { return qsize() == 0; }

private:
  mutable std::mutex m;
  std::condition_variable not_empty;
  fifo_order<T> items;
};

} // namespace heddle::rt

#endif // HEDDLE_RT_QUEUE_H
