//===- queue.h - messages between processes ------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A queue is a ring of bytes in shared memory. put() copies the message into it,
// in the caller's thread, and get() takes it out; there is no feeder thread. So:
//
// - what put() returned from is in the queue, also if its process ends or is
//   killed right after it; there is nothing to flush, and no join_thread();
// - put() waits while the queue is full, by number (`maxsize`) or by bytes
//   (`capacity`). A parent that joins a child before it has taken what the child
//   puts may wait for ever, as in Python: take first, then join;
// - a process killed inside put() or get() has made the call or not: no message
//   is ever torn. A message taken by a process that then dies is lost with it.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_MP_QUEUE_H
#define HEDDLE_RT_MP_QUEUE_H

#include "heddle/rt/mp/monitor.h"
#include "heddle/rt/mp/shared_block.h"

namespace heddle::rt::mp {

/// A message that is longer than the whole queue.
class message_too_large : public process_error {
public:
  using process_error::process_error;
};

/// Limits of a queue.
struct queue_options {
  /// Messages, 0: only the bytes limit it. Python: Queue(maxsize).
  std::size_t maxsize = 0;
  /// Bytes of all messages together, each with 8 more for its length. Memory is
  /// used only as far as it was once filled.
  std::size_t capacity = std::size_t(16) << 20;
};

namespace detail {

/// A queue of byte strings; what the typed queues below are made of.
class byte_queue {
public:
  explicit byte_queue(const queue_options &options);

  bool put(byte_span message, const deadline &end);
  std::optional<byte_vector> get(const deadline &end);
  std::size_t size() const;
  bool full() const;
  std::size_t maxsize() const { return shared->maxsize; }
  void task_done();
  bool join(const deadline &end);
  void close() { *closed = true; }
  void check_open() const;

  void to_wire(wire_writer &out) const { shared.to_wire(out); }
  static byte_queue from_wire(wire_reader &in) { return byte_queue(handle::from_wire(in)); }

private:
  /// Messages lie one behind the other between head and tail, which count bytes
  /// and only grow; their place in the ring is the rest by its capacity.
  struct position {
    std::uint64_t head = 0;
    std::uint64_t tail = 0;
    std::uint64_t messages = 0;
    /// Taken or not, but not yet reported by task_done().
    std::uint64_t unfinished = 0;
    bool operator==(const position &) const = default;
  };
  struct state {
    explicit state(const queue_options &options)
        : ring(position()), maxsize(options.maxsize), capacity(options.capacity) {}
    monitor<position> ring;
    std::uint64_t maxsize;
    std::uint64_t capacity;
  };
  using handle = shared_object<state>;
  explicit byte_queue(handle inherited);

  void copy_in(std::uint64_t at, const void *data, std::size_t size) const;
  void copy_out(std::uint64_t at, void *data, std::size_t size) const;

  handle shared;
  /// Of this process alone.
  std::shared_ptr<std::atomic<bool>> closed;
};

} // namespace detail

/// A queue of T between threads of several processes; a handle, whose copies are
/// the same queue.
///
/// Python: multiprocessing.Queue.
/// Thread safety: from all threads of all processes that have a handle.
/// Invariant: first in, first out; each message is taken once.
/// Errors: queue_full, queue_empty (the timeout came first), value_error (closed),
/// message_too_large, wire_error (the bytes are no T).
template <class T> class queue {
public:
  explicit queue(queue_options options = {}) : bytes(options) {}
  explicit queue(std::size_t maxsize) : queue(queue_options{.maxsize = maxsize}) {}

  /// Waits for room and adds the item. Python: put(item, timeout=...).
  void put(const T &item, timeout limit = {}) {
    bytes.check_open();
    if (!bytes.put(wire_pack(item), deadline(limit)))
      throw queue_full();
  }
  void put_nowait(const T &item) { put(item, std::chrono::nanoseconds(0)); }

  /// Waits for an item and takes it. Python: get(timeout=...).
  T get(timeout limit = {}) {
    bytes.check_open();
    std::optional<byte_vector> message = bytes.get(deadline(limit));
    if (!message)
      throw queue_empty();
    return wire_unpack<T>(*message);
  }
  T get_nowait() { return get(std::chrono::nanoseconds(0)); }

  /// True at this moment; another process may change it before the caller acts.
  std::size_t qsize() const { return bytes.size(); }
  bool empty() const { return qsize() == 0; }
  bool full() const { return bytes.full(); }
  std::size_t maxsize() const { return bytes.maxsize(); }

  /// This process will not use the queue any more: later calls of put() and get()
  /// throw value_error. Others go on. Python: close().
  void close() { bytes.close(); }

  /// For the arguments of a process.
  void to_wire(wire_writer &out) const { bytes.to_wire(out); }
  static queue from_wire(wire_reader &in) { return queue(detail::byte_queue::from_wire(in)); }

protected:
  explicit queue(detail::byte_queue inherited) : bytes(std::move(inherited)) {}
  detail::byte_queue bytes;
};

/// A queue that knows which items are not finished: who took one says
/// task_done(), and join() waits until all that were put are done.
/// Python: multiprocessing.JoinableQueue.
/// Errors: value_error from task_done() if there is nothing unfinished. An item
/// whose process dies is never done; join() with a timeout ends that.
template <class T> class joinable_queue : public queue<T> {
public:
  using queue<T>::queue;

  void task_done() { this->bytes.task_done(); }
  /// Waits until nothing is unfinished; false if the timeout came first.
  bool join(timeout limit = {}) { return this->bytes.join(deadline(limit)); }

  static joinable_queue from_wire(wire_reader &in) { return joinable_queue(detail::byte_queue::from_wire(in)); }

private:
  explicit joinable_queue(detail::byte_queue inherited) : queue<T>(std::move(inherited)) {}
};

/// The least of a queue: put, get, empty, close.
/// Python: multiprocessing.SimpleQueue. All else as queue.
template <class T> class simple_queue : private queue<T> {
public:
  simple_queue() = default;
  void put(const T &item) { queue<T>::put(item); }
  T get() { return queue<T>::get(); }
  using queue<T>::empty;
  using queue<T>::close;
  using queue<T>::to_wire;
  static simple_queue from_wire(wire_reader &in) { return simple_queue(detail::byte_queue::from_wire(in)); }

private:
  explicit simple_queue(detail::byte_queue inherited) : queue<T>(std::move(inherited)) {}
};

} // namespace heddle::rt::mp

#endif // HEDDLE_RT_MP_QUEUE_H
