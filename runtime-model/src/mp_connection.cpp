//===- mp_connection.cpp - messages over a pair of descriptors -----------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/mp/connection.h"
#include <cerrno>
#include <climits>
#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <system_error>

namespace heddle::rt::mp {

namespace {

[[noreturn]] void fail(const char *call) {
  throw std::system_error(errno, std::generic_category(), call);
}

/// The timeout of poll(2), in whole milliseconds and never too short.
int poll_time(const deadline &end) {
  timeout left = end.left();
  if (!left)
    return -1;
  auto time = std::chrono::ceil<std::chrono::milliseconds>(*left).count();
  return static_cast<int>(std::min<long long>(time, INT_MAX));
}

/// poll(2), again when a signal came in between. Errors and ends count as ready.
int poll_until(std::span<pollfd> all, const deadline &end) {
  while (true) {
    int ready = ::poll(all.data(), all.size(), poll_time(end));
    if (ready > 0 || (ready == 0 && end.passed()))
      return ready;
    if (ready == -1 && errno != EINTR)
      fail("poll");
  }
}

/// Space for the one descriptor of a message.
struct descriptor_message {
  explicit descriptor_message() {
    header.msg_iov = &body;
    header.msg_iovlen = 1;
    header.msg_control = control;
    header.msg_controllen = sizeof control;
  }
  char byte = 0;
  iovec body = {&byte, 1};
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int))] = {};
  msghdr header = {};
};

} // namespace

int connection::fileno() const {
  if (closed())
    throw misuse_error("the connection is closed");
  return socket.get();
}

// --- sending ---

void connection::send_bytes(byte_span message) {
  if (!can_write)
    throw misuse_error("the connection can only receive");
  std::uint64_t length = message.size();
  iovec parts[2] = {{&length, sizeof length}, {const_cast<std::byte *>(message.data()), message.size()}};
  msghdr header = {};
  header.msg_iov = parts;
  header.msg_iovlen = 2;
  for (std::size_t left = sizeof length + message.size(); left;) {
    ssize_t sent = sendmsg(fileno(), &header, MSG_NOSIGNAL);
    if (sent == -1 && errno == EINTR)
      continue;
    if (sent == -1)
      fail("sendmsg");
    left -= static_cast<std::size_t>(sent);
    for (iovec &part : parts) { // what was sent is taken off the front
      std::size_t gone = std::min(static_cast<std::size_t>(sent), part.iov_len);
      part.iov_base = static_cast<char *>(part.iov_base) + gone;
      part.iov_len -= gone;
      sent -= static_cast<ssize_t>(gone);
    }
  }
}

// --- receiving ---

void connection::read_all(void *data, std::size_t size, bool message_begun) {
  auto *to = static_cast<char *>(data);
  for (std::size_t got = 0; got < size;) {
    ssize_t n = ::recv(fileno(), to + got, size - got, MSG_WAITALL);
    if (n == -1 && errno == EINTR)
      continue;
    if (n == -1 && errno != ECONNRESET)
      fail("recv");
    if (n <= 0 && (got || message_begun))
      throw wire_error("the other end was closed in the middle of a message");
    if (n <= 0)
      throw end_of_file();
    got += static_cast<std::size_t>(n);
  }
}

std::size_t connection::recv_length() {
  if (!can_read)
    throw misuse_error("the connection can only send");
  std::uint64_t length = 0;
  read_all(&length, sizeof length, false);
  return length;
}

byte_vector connection::recv_bytes(std::size_t longest) {
  std::size_t length = recv_length();
  if (length > longest) {
    close();
    throw buffer_too_short("a message of " + std::to_string(length) + " bytes, where " + std::to_string(longest) +
                           " are allowed");
  }
  // In steps: a corrupt length must not take all memory before the bytes are there.
  constexpr std::size_t step = std::size_t(1) << 24;
  byte_vector message;
  for (std::size_t got = 0; got < length; got = message.size()) {
    message.resize(std::min(length, got + step));
    read_all(message.data() + got, message.size() - got, true);
  }
  return message;
}

std::size_t connection::recv_bytes_into(std::span<std::byte> buffer) {
  std::size_t length = recv_length();
  if (length <= buffer.size()) {
    read_all(buffer.data(), length, true);
    return length;
  }
  std::byte dropped[4096];
  for (std::size_t left = length; left;) {
    std::size_t part = std::min(left, sizeof dropped);
    read_all(dropped, part, true);
    left -= part;
  }
  throw buffer_too_short("a message of " + std::to_string(length) + " bytes for a buffer of " +
                         std::to_string(buffer.size()));
}

bool connection::poll(timeout limit) const {
  pollfd one{fileno(), POLLIN, 0};
  return poll_until({&one, 1}, deadline(limit)) > 0;
}

// --- descriptors ---

void connection::send_descriptor(int fd) {
  descriptor_message message;
  cmsghdr *control = CMSG_FIRSTHDR(&message.header);
  control->cmsg_level = SOL_SOCKET;
  control->cmsg_type = SCM_RIGHTS;
  control->cmsg_len = CMSG_LEN(sizeof fd);
  std::memcpy(CMSG_DATA(control), &fd, sizeof fd);
  while (sendmsg(fileno(), &message.header, MSG_NOSIGNAL) == -1)
    if (errno != EINTR)
      fail("sendmsg");
}

descriptor connection::recv_descriptor() {
  descriptor_message message;
  ssize_t n = 0;
  while ((n = recvmsg(fileno(), &message.header, MSG_CMSG_CLOEXEC)) == -1)
    if (errno != EINTR)
      fail("recvmsg");
  if (n == 0)
    throw end_of_file();
  cmsghdr *control = CMSG_FIRSTHDR(&message.header);
  if (!control || control->cmsg_type != SCM_RIGHTS)
    throw wire_error("there is no descriptor in the message");
  int fd = -1;
  std::memcpy(&fd, CMSG_DATA(control), sizeof fd);
  return descriptor(fd);
}

// --- as an argument ---

void connection::to_wire(wire_writer &out) const {
  out.descriptor(fileno());
  wire_write(out, can_read);
  wire_write(out, can_write);
}

connection connection::from_wire(wire_reader &in) {
  descriptor inherited = in.descriptor();
  bool reads = wire_read<bool>(in);
  return connection(std::move(inherited), reads, wire_read<bool>(in));
}

// --- pipe, wait ---

std::pair<connection, connection> pipe(bool duplex) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == -1)
    fail("socketpair");
  descriptor first(ends[0]);
  descriptor second(ends[1]);
  if (!duplex) {
    ::shutdown(first.get(), SHUT_WR);
    ::shutdown(second.get(), SHUT_RD);
  }
  return {connection(std::move(first), true, duplex), connection(std::move(second), duplex, true)};
}

std::vector<std::size_t> wait(std::span<const waitable> all, timeout limit) {
  std::vector<pollfd> polled;
  for (const waitable &one : all)
    polled.push_back({one.fileno(), POLLIN, 0});
  poll_until(polled, deadline(limit));
  std::vector<std::size_t> ready;
  for (std::size_t i = 0; i < polled.size(); ++i)
    if (polled[i].revents)
      ready.push_back(i);
  return ready;
}

} // namespace heddle::rt::mp
