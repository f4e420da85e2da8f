//===- queue.h - queues between tasks -------------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   queue<int> jobs(10);                    at most ten wait in it
//   co_await jobs.put(1);                   waits for room
//   int job = co_await jobs.get();          waits for an item
//   jobs.task_done(); co_await jobs.join(); until all items were dealt with
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_QUEUE_H
#define HEDDLE_RT_AIO_QUEUE_H

#include "heddle/rt/aio/event_loop.h"
#include "heddle/rt/queue.h"

namespace heddle::rt::aio {

/// A queue in an order: fifo_order, lifo_order or priority_order.
///
/// A task that waits for an item is promised one when it is woken, and takes it
/// when it runs; a task that waits for room, likewise. A promised item stays in
/// the queue until then, so that a cancellation in between loses nothing.
///
/// Thread safety: the loop's thread only.
/// Invariants: first come, first served on both sides. `promised_items` of the
/// items and `promised_room` of the room belong to tasks that were woken.
/// Tasks wait for an item only if none is free, for room only if none is.
/// Errors: get() and put() can throw cancelled_error, and then took or put
/// nothing; get_nowait() throws queue_empty, put_nowait() queue_full;
/// task_done() more often than items were put is value_error.
/// Python: asyncio.Queue.
template <class T, class Order = fifo_order<T>> class queue {
public:
  /// 0: no limit.
  explicit queue(std::size_t maxsize = 0) noexcept : limit(maxsize) {}
  queue(const queue &) = delete;
  queue &operator=(const queue &) = delete;

  class get_awaiter final : public detail::receiver {
  public:
    explicit get_awaiter(queue &from) noexcept : from(from) {}
    ~get_awaiter() {
      if (!granted)
        return;
      --from.promised_items;
      from.promise_items();
    }
    bool await_ready() const noexcept { return !from.empty(); }
    template <std::derived_from<detail::async_frame> Promise>
    void await_suspend(std::coroutine_handle<Promise> handle) {
      from.getters.push_back(*this);
      suspend(handle);
    }
    T await_resume() {
      const bool promised = granted;
      take_granted();
      from.promised_items -= promised;
      return from.pop();
    }

  private:
    queue &from;
  };

  class put_awaiter final : public detail::receiver {
  public:
    put_awaiter(queue &to, T item) : to(to), item(std::move(item)) {}
    ~put_awaiter() {
      if (!granted)
        return;
      --to.promised_room;
      to.promise_room();
    }
    bool await_ready() const noexcept { return !to.full(); }
    template <std::derived_from<detail::async_frame> Promise>
    void await_suspend(std::coroutine_handle<Promise> handle) {
      to.putters.push_back(*this);
      suspend(handle);
    }
    void await_resume() {
      const bool promised = granted;
      take_granted();
      to.promised_room -= promised;
      to.push(std::move(item));
    }

  private:
    queue &to;
    T item;
  };

  class join_awaiter final : public detail::waiter {
  public:
    explicit join_awaiter(queue &joined) noexcept : joined(joined) {}
    bool await_ready() const noexcept { return joined.unfinished == 0; }
    template <std::derived_from<detail::async_frame> Promise>
    void await_suspend(std::coroutine_handle<Promise> handle) {
      joined.joiners.push_back(*this);
      suspend(handle);
    }
    void await_resume() { resumed(); }

  private:
    queue &joined;
  };

  /// Waits for an item and takes it.
  get_awaiter get() noexcept { return get_awaiter(*this); }
  /// Waits for room and puts the item.
  put_awaiter put(T item) { return put_awaiter(*this, std::move(item)); }
  T get_nowait() {
    if (empty())
      throw queue_empty();
    return pop();
  }
  void put_nowait(T item) {
    if (full())
      throw queue_full();
    push(std::move(item));
  }

  /// An item that was got has been dealt with.
  void task_done() {
    if (unfinished == 0)
      throw value_error("task_done() called more often than items were put");
    if (--unfinished == 0)
      joiners.wake_all();
  }
  /// Waits until every item that was put has been dealt with.
  join_awaiter join() noexcept { return join_awaiter(*this); }

  /// How many items are free to take.
  std::size_t qsize() const noexcept { return items.size() - promised_items; }
  bool empty() const noexcept { return qsize() == 0; }
  bool full() const noexcept { return limit > 0 && items.size() + promised_room >= limit; }
  std::size_t maxsize() const noexcept { return limit; }

private:
  T pop() {
    T item = items.pop();
    promise_room();
    return item;
  }
  void push(T item) {
    items.push(std::move(item));
    ++unfinished;
    promise_items();
  }
  void promise_items() {
    while (!getters.empty() && !empty()) {
      ++promised_items;
      static_cast<get_awaiter &>(*getters.front()).grant();
    }
  }
  void promise_room() {
    while (!putters.empty() && !full()) {
      ++promised_room;
      static_cast<put_awaiter &>(*putters.front()).grant();
    }
  }

  Order items;
  std::size_t limit;
  std::size_t promised_items = 0;
  std::size_t promised_room = 0;
  std::size_t unfinished = 0;
  detail::waiter_list getters;
  detail::waiter_list putters;
  detail::waiter_list joiners;
};

/// The item that was put last comes first. Python: asyncio.LifoQueue.
template <class T> using lifo_queue = queue<T, lifo_order<T>>;
/// The smallest item comes first. Python: asyncio.PriorityQueue.
template <class T, class Compare = std::less<T>> using priority_queue = queue<T, priority_order<T, Compare>>;

} // namespace heddle::rt::aio

#endif // HEDDLE_RT_AIO_QUEUE_H
