//===- stream.h - reading and writing without blocking --------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   auto [in, out] = co_await open_connection("127.0.0.1", 8080);    (net.h)
//   out.write("GET / HTTP/1.0\r\n\r\n");
//   co_await out.drain();
//   std::string status = co_await in.readline();
//   out.close();
//   co_await out.wait_closed();
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_AIO_STREAM_H
#define HEDDLE_RT_AIO_STREAM_H

#include "heddle/rt/aio/byte_queue.h"
#include "heddle/rt/aio/event_loop.h"

namespace heddle::rt::aio {

/// The other side ended before everything was there. Python: IncompleteReadError.
class incomplete_read_error : public error {
public:
  incomplete_read_error(std::string partial, std::optional<std::size_t> expected);
  /// What came before the end.
  const std::string &partial() const noexcept { return got; }
  /// How many bytes were wanted, if that was known.
  std::optional<std::size_t> expected() const noexcept { return wanted; }

private:
  std::string got;
  std::optional<std::size_t> wanted;
};

/// No separator within the reader's limit. Python: LimitOverrunError.
class limit_overrun_error : public error {
public:
  limit_overrun_error(const std::string &what, std::size_t consumed) : error(what), scanned(consumed) {}
  /// How many bytes of the buffer were looked at; they are still there.
  std::size_t consumed() const noexcept { return scanned; }

private:
  std::size_t scanned;
};

namespace detail {

/// An open descriptor that its reader and its writer share.
///
/// Thread safety: the loop's thread only.
/// Invariants: the descriptor is non-blocking; it is open until `closed`, and in
/// the loop's set only while somebody waits for it or something is left to send.
class connection : public std::enable_shared_from_this<connection> {
public:
  connection(event_loop &loop, int descriptor);
  ~connection();
  connection(const connection &) = delete;
  connection &operator=(const connection &) = delete;

  /// Up to `room.size()` bytes: 0 at the end, std::nullopt if none are there yet.
  std::optional<std::size_t> read_some(std::span<char> room);
  /// Wakes `readers` when there is something to read.
  void watch_reading();

  void write(std::string_view bytes);
  void write_eof();
  /// No more writing; closes the descriptor when everything is sent.
  void close();
  /// Closes it now; what is not sent is lost.
  void abort();

  event_loop &loop;
  int fd;
  waiter_list readers;
  waiter_list drainers;
  waiter_list closers;
  byte_queue unsent;
  std::size_t high_water = 64 * 1024;
  std::size_t low_water = 16 * 1024;
  bool closing = false;
  bool closed = false;
  bool eof_wanted = false;
  /// Why sending failed.
  std::exception_ptr failure;

private:
  /// How many bytes went out; -1 with errno.
  ssize_t send_some(std::string_view bytes);
  void flush();
  void after_flush();

  bool watching_reads = false;
  bool watching_writes = false;
  bool is_socket = true;
};

} // namespace detail

/// The reading side of a connection or a pipe.
///
/// Thread safety: the loop's thread only; one task at a time reads. Move-only.
/// Invariants: bytes come in order, each once; a read that is cancelled or fails
/// leaves what had arrived in the buffer.
/// Errors: a second read at the same time is misuse_error; a broken connection
/// std::system_error; cancelled_error.
/// It must not outlive its loop.
/// Python: asyncio.StreamReader. Other than there, bytes are taken from the
/// system only when somebody reads: a sender that is too fast waits in its own
/// drain().
class stream_reader {
public:
  static constexpr std::size_t default_limit = 64 * 1024;

  explicit stream_reader(std::shared_ptr<detail::connection> from, std::size_t limit = default_limit)
      : from(std::move(from)), limit(limit) {}
  stream_reader(stream_reader &&) = default;
  stream_reader &operator=(stream_reader &&) = default;

  /// Everything until the end.
  task<std::string> read();
  /// What is there, at least one byte and at most `most`; empty at the end.
  task<std::string> read(std::size_t most);
  /// Exactly so many, or incomplete_read_error.
  task<std::string> readexactly(std::size_t count);
  /// Up to and with the separator; incomplete_read_error if the end comes first,
  /// limit_overrun_error if it would be longer than the limit.
  task<std::string> readuntil(std::string separator = "\n");
  /// A line with its '\n'; without at the end; empty after it. A line longer than
  /// the limit is value_error, and what was read of it is dropped.
  task<std::string> readline();

  /// The end was reached and everything is read.
  bool at_eof() const noexcept { return ended && buffer.empty(); }

private:
  class reading;
  task<> fill();

  std::shared_ptr<detail::connection> from;
  std::size_t limit;
  detail::byte_queue buffer;
  bool ended = false;
  bool busy = false;
};

/// The writing side.
///
/// Thread safety: the loop's thread only. Move-only.
/// Invariants: write() never waits: what the system does not take is kept and
/// sent by the loop. close() sends it first; so does a writer that is destroyed,
/// which in debug mode is reported.
/// Errors: write() after close() is misuse_error. When sending fails, drain() and
/// wait_closed() throw std::system_error, and later writes are dropped.
/// It must not outlive its loop.
/// Python: asyncio.StreamWriter; without start_tls().
class stream_writer {
public:
  explicit stream_writer(std::shared_ptr<detail::connection> to) : to(std::move(to)) {}
  stream_writer(stream_writer &&) = default;
  stream_writer &operator=(stream_writer &&other) noexcept {
    std::swap(to, other.to);
    return *this;
  }
  ~stream_writer();

  void write(std::string_view bytes) { to->write(bytes); }
  template <class Range> void writelines(const Range &lines) {
    for (const auto &line : lines)
      write(line);
  }
  /// Back-pressure: if more than the high water mark is unsent, waits until less
  /// than the low one is.
  task<> drain();
  /// The other side sees the end after what was written; reading goes on.
  void write_eof() { to->write_eof(); }

  void close() { to->close(); }
  bool is_closing() const noexcept { return to->closing; }
  task<> wait_closed();
  /// Drops what is unsent and closes at once. Python: transport.abort.
  void abort() { to->abort(); }

  /// How many bytes the system has not taken yet.
  std::size_t buffered() const noexcept { return to->unsent.size(); }
  /// Python: transport.set_write_buffer_limits.
  void set_write_buffer_limits(std::size_t high, std::size_t low);
  /// For what is not covered here. Python: get_extra_info('socket').
  int fileno() const noexcept { return to->fd; }

private:
  std::shared_ptr<detail::connection> to;
};

struct stream_pair {
  stream_reader reader;
  stream_writer writer;
};

} // namespace heddle::rt::aio

#endif // HEDDLE_RT_AIO_STREAM_H
