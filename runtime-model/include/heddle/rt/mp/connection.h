//===- connection.h - messages over a pair of descriptors ----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   auto [parent, child] = mp::pipe();
//   mp::process p(entry<work>, std::move(child));   // the child's end goes to it
//   p.start();                                      // ... and is closed here
//   parent.send(std::string("hello"));
//
// A message is its length (8 bytes) and its bytes, so it arrives whole or not at
// all. End of file is seen when *no* process has the other end open any more. A
// forked child has copies of all the descriptors of its parent, also of the ends
// that were not meant for it: close() there what it does not use, or give each
// end to its process by std::move and start the processes before making more.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_MP_CONNECTION_H
#define HEDDLE_RT_MP_CONNECTION_H

#include "heddle/rt/mp/descriptor.h"
#include "heddle/rt/time.h"
#include "heddle/rt/wire.h"
#include <initializer_list>

namespace heddle::rt::mp {

/// The other end is closed, and everything it sent has been received.
/// Python: EOFError.
class end_of_file : public process_error {
public:
  explicit end_of_file(const std::string &what = "the other end is closed") : process_error(what) {}
};

/// One end of a pipe.
///
/// Python: multiprocessing.connection.Connection.
/// Thread safety: one sender and one receiver at a time, which may be different
/// threads or processes; more must take a lock, or messages get mixed up.
/// Errors: end_of_file (receiving), std::system_error with EPIPE (sending, and
/// nobody can receive it), wire_error (the bytes are no T, or end in the middle),
/// misuse_error (the end is closed, or goes the other way only).
/// Source: socketpair(2) of AF_UNIX, which unlike pipe(2) reports a closed other
/// end without a signal and can pass descriptors.
class connection {
public:
  /// Takes over the descriptor of a stream socket.
  explicit connection(descriptor socket, bool readable = true, bool writable = true)
      : socket(std::move(socket)), can_read(readable), can_write(writable) {}
  connection(connection &&) noexcept = default;
  connection &operator=(connection &&) noexcept = default;

  /// Sends a value; waits while the pipe is full. Python: send(obj).
  template <class T> void send(const T &value) { send_bytes(wire_pack(value)); }
  /// Receives the next value; waits for it. Python: recv().
  template <class T> T recv() { return wire_unpack<T>(recv_bytes()); }

  void send_bytes(byte_span message);
  /// Throws buffer_too_short if the next message is longer than `longest`, and
  /// closes the connection then, as the message cannot be skipped.
  byte_vector recv_bytes(std::size_t longest = std::size_t(1) << 40);
  /// Receives into the buffer and returns the length. A message that is too long
  /// is dropped: buffer_too_short. Python: recv_bytes_into.
  std::size_t recv_bytes_into(std::span<std::byte> buffer);

  /// Whether something can be received (a message or the end) within the timeout;
  /// by default it only looks. Python: poll(timeout).
  bool poll(timeout limit = std::chrono::nanoseconds(0)) const;

  void close() { socket.reset(); }
  bool closed() const { return !socket; }
  bool readable() const { return can_read; }
  bool writable() const { return can_write; }
  /// The descriptor, for poll(2) and the like.
  int fileno() const;

  /// Sends an open descriptor (no copy of it is made here), and receives one.
  /// Python: multiprocessing.reduction.send_handle. Source: unix(7), SCM_RIGHTS.
  void send_descriptor(int fd);
  descriptor recv_descriptor();

  /// For the arguments of a process.
  void to_wire(wire_writer &out) const;
  static connection from_wire(wire_reader &in);

private:
  std::size_t recv_length();
  void read_all(void *data, std::size_t size, bool message_begun);

  descriptor socket;
  bool can_read;
  bool can_write;
};

/// The two ends of a new pipe. With `duplex` both send and receive; without, the
/// first only receives and the second only sends. Python: multiprocessing.Pipe.
std::pair<connection, connection> pipe(bool duplex = true);

/// What wait() can wait for: a connection, a process's sentinel, any descriptor
/// that can be polled for reading.
class waitable {
public:
  waitable(const connection &c) : fd(c.fileno()) {}
  waitable(int fd) : fd(fd) {}
  int fileno() const { return fd; }

private:
  int fd;
};

/// Waits until at least one is ready (something to receive, closed at the other
/// end, process ended) and returns the indexes of all that are; empty if the
/// timeout came first. Python: multiprocessing.connection.wait.
std::vector<std::size_t> wait(std::span<const waitable> all, timeout limit = {});
inline std::vector<std::size_t> wait(std::initializer_list<waitable> all, timeout limit = {}) {
  return wait(std::span<const waitable>(all.begin(), all.size()), limit);
}

} // namespace heddle::rt::mp

#endif // HEDDLE_RT_MP_CONNECTION_H
