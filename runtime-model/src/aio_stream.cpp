//===- aio_stream.cpp - reading and writing without blocking --------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/aio/debug.h"
#include "heddle/rt/aio/stream.h"
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <sys/socket.h>
#include <system_error>
#include <unistd.h>

namespace heddle::rt::aio {

incomplete_read_error::incomplete_read_error(std::string partial, std::optional<std::size_t> expected)
    : error(std::to_string(partial.size()) + " bytes read of " +
            (expected ? std::to_string(*expected) : std::string("an unknown number")) + " expected"),
      got(std::move(partial)), wanted(expected) {}

namespace detail {

namespace {

std::system_error system_failure(const char *what) {
  return {errno, std::generic_category(), what};
}

bool would_block() {
  return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

/// A write to a pipe whose reader is gone raises SIGPIPE, which would end the
/// program; for one call it is held back in this thread and taken.
class no_sigpipe {
public:
  no_sigpipe() {
    sigset_t waiting;
    sigemptyset(&only_pipe);
    sigaddset(&only_pipe, SIGPIPE);
    sigpending(&waiting);
    was_pending = sigismember(&waiting, SIGPIPE) == 1;
    pthread_sigmask(SIG_BLOCK, &only_pipe, &former);
  }
  ~no_sigpipe() {
    const int saved = errno;
    const timespec at_once{};
    if (!was_pending)
      while (sigtimedwait(&only_pipe, nullptr, &at_once) == -1 && errno == EINTR)
        ;
    pthread_sigmask(SIG_SETMASK, &former, nullptr);
    errno = saved;
  }

private:
  sigset_t only_pipe;
  sigset_t former;
  bool was_pending;
};

} // namespace

connection::connection(event_loop &loop, int descriptor) : loop(loop), fd(descriptor) {
  if (::fcntl(fd, F_SETFL, ::fcntl(fd, F_GETFL) | O_NONBLOCK) != 0) {
    const auto failed = system_failure("fcntl");
    ::close(fd);
    throw failed;
  }
}

connection::~connection() {
  if (!closed)
    abort();
}

std::optional<std::size_t> connection::read_some(std::span<char> room) {
  if (closed)
    return 0;
  const ssize_t count = ::read(fd, room.data(), room.size());
  if (count >= 0)
    return static_cast<std::size_t>(count);
  if (would_block())
    return std::nullopt;
  throw system_failure("read");
}

void connection::watch_reading() {
  if (std::exchange(watching_reads, true))
    return;
  loop.add_reader(fd, [this] {
    watching_reads = false;
    loop.remove_reader(fd);
    readers.wake_all();
  });
}

ssize_t connection::send_some(std::string_view bytes) {
  if (is_socket) {
    const ssize_t sent = ::send(fd, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent >= 0 || errno != ENOTSOCK)
      return sent;
    is_socket = false;
  }
  const no_sigpipe quiet;
  return ::write(fd, bytes.data(), bytes.size());
}

void connection::write(std::string_view bytes) {
  if (closing || eof_wanted)
    throw misuse_error("write after close() or write_eof()");
  if (failure)
    return;
  const bool was_empty = unsent.empty();
  unsent.append(bytes);
  if (was_empty)
    flush();
}

void connection::flush() {
  while (!unsent.empty()) {
    const ssize_t sent = send_some(unsent.view());
    if (sent < 0 && would_block())
      break;
    if (sent < 0) {
      failure = std::make_exception_ptr(system_failure("write"));
      unsent.clear();
      break;
    }
    unsent.drop(static_cast<std::size_t>(sent));
  }
  after_flush();
}

void connection::after_flush() {
  if (unsent.size() <= low_water)
    drainers.wake_all();
  if (!unsent.empty()) {
    // The loop keeps the connection until everything is sent.
    if (!std::exchange(watching_writes, true))
      loop.add_writer(fd, [self = shared_from_this()] { self->flush(); });
    return;
  }
  const std::shared_ptr<connection> kept = weak_from_this().lock();
  if (std::exchange(watching_writes, false))
    loop.remove_writer(fd);
  if (closing)
    abort();
  else if (eof_wanted && ::shutdown(fd, SHUT_WR) != 0 && errno == ENOTSOCK)
    abort();
}

void connection::write_eof() {
  if (closing || std::exchange(eof_wanted, true))
    return;
  if (unsent.empty())
    after_flush();
}

void connection::close() {
  if (std::exchange(closing, true))
    return;
  if (unsent.empty())
    abort();
}

void connection::abort() {
  closing = true;
  if (std::exchange(closed, true))
    return;
  unsent.clear();
  const std::shared_ptr<connection> kept = weak_from_this().lock();
  if (std::exchange(watching_reads, false))
    loop.remove_reader(fd);
  if (std::exchange(watching_writes, false))
    loop.remove_writer(fd);
  ::close(std::exchange(fd, -1));
  readers.wake_all();
  drainers.wake_all();
  closers.wake_all();
}

} // namespace detail

// The reading side.

/// One reader at a time: two would each get some of the bytes.
class stream_reader::reading {
public:
  explicit reading(stream_reader &by) : by(by) {
    if (std::exchange(by.busy, true))
      throw misuse_error("read while another task reads from the same stream");
  }
  ~reading() { by.busy = false; }
  reading(const reading &) = delete;
  reading &operator=(const reading &) = delete;

private:
  stream_reader &by;
};

/// Appends at least one byte, or notes the end.
task<> stream_reader::fill() {
  constexpr std::size_t chunk = 64 * 1024;
  while (!ended) {
    const std::span<char> room = buffer.grow(chunk);
    std::optional<std::size_t> count;
    try {
      count = from->read_some(room);
    } catch (...) {
      buffer.shrink(chunk);
      throw;
    }
    buffer.shrink(chunk - count.value_or(0));
    if (count) {
      ended = *count == 0;
      co_return;
    }
    from->watch_reading();
    co_await detail::list_awaiter(from->readers);
  }
}

task<std::string> stream_reader::read() {
  const reading alone(*this);
  while (!ended)
    co_await fill();
  co_return buffer.take(buffer.size());
}

task<std::string> stream_reader::read(std::size_t most) {
  const reading alone(*this);
  if (most > 0 && buffer.empty())
    co_await fill();
  co_return buffer.take(most);
}

task<std::string> stream_reader::readexactly(std::size_t count) {
  const reading alone(*this);
  while (buffer.size() < count && !ended)
    co_await fill();
  if (buffer.size() < count)
    throw incomplete_read_error(buffer.take(buffer.size()), count);
  co_return buffer.take(count);
}

task<std::string> stream_reader::readuntil(std::string separator) {
  if (separator.empty())
    throw value_error("the separator is empty");
  const reading alone(*this);
  std::size_t scanned = 0;
  while (true) {
    const std::size_t found = buffer.view().find(separator, scanned);
    if (found != std::string::npos) {
      if (found > limit)
        throw limit_overrun_error("the separator was found, but beyond the limit", found);
      co_return buffer.take(found + separator.size());
    }
    // The separator may have begun at the buffer's end.
    scanned = buffer.size() - std::min(buffer.size(), separator.size() - 1);
    if (scanned > limit)
      throw limit_overrun_error("the separator was not found within the limit", scanned);
    if (ended)
      throw incomplete_read_error(buffer.take(buffer.size()), std::nullopt);
    co_await fill();
  }
}

task<std::string> stream_reader::readline() {
  std::size_t dropped = 0;
  try {
    co_return co_await readuntil("\n");
  } catch (const incomplete_read_error &end) {
    co_return end.partial();
  } catch (const limit_overrun_error &overrun) {
    dropped = overrun.consumed();
  }
  const bool has_end = dropped < buffer.size() && buffer.view()[dropped] == '\n';
  buffer.drop(dropped + has_end);
  throw value_error("the line is longer than the limit of " + std::to_string(limit) + " bytes");
}

// The writing side.

stream_writer::~stream_writer() {
  if (!to || to->closing)
    return;
  if (to->loop.get_debug())
    warn("a stream_writer was destroyed and not closed");
  to->close();
}

task<> stream_writer::drain() {
  if (to->unsent.size() > to->high_water)
    co_await detail::list_awaiter(to->drainers);
  if (to->failure)
    std::rethrow_exception(to->failure);
}

task<> stream_writer::wait_closed() {
  if (!to->closed)
    co_await detail::list_awaiter(to->closers);
  if (to->failure)
    std::rethrow_exception(to->failure);
}

void stream_writer::set_write_buffer_limits(std::size_t high, std::size_t low) {
  if (low > high)
    throw value_error("the low water mark lies above the high one");
  to->high_water = high;
  to->low_water = low;
}

} // namespace heddle::rt::aio
