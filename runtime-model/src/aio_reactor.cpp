//===- aio_reactor.cpp - which descriptors are ready ----------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/aio/reactor.h"
#include <cerrno>
#include <sys/epoll.h>
#include <system_error>
#include <unistd.h>

namespace heddle::rt::aio::detail {

struct reactor::events {
  epoll_event reported[256];
};

reactor::reactor() : ready(std::make_unique<events>()), fd(::epoll_create1(EPOLL_CLOEXEC)) {
  if (fd < 0)
    throw std::system_error(errno, std::generic_category(), "epoll_create1");
}

reactor::~reactor() {
  ::close(fd);
}

int reactor::update(int watched_fd, int operation, const interest &now) noexcept {
  epoll_event event{};
  event.events = (now.reader ? EPOLLIN | EPOLLRDHUP : 0u) | (now.writer ? EPOLLOUT : 0u);
  event.data.fd = watched_fd;
  return ::epoll_ctl(fd, operation, watched_fd, &event) == 0 ? 0 : errno;
}

void reactor::watch_quietly(int quiet_fd) {
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.fd = quiet_fd;
  if (::epoll_ctl(fd, EPOLL_CTL_ADD, quiet_fd, &event) != 0)
    throw std::system_error(errno, std::generic_category(), "epoll_ctl");
}

void reactor::add(int watched_fd, direction way, callback told) {
  const auto old = watched.find(watched_fd);
  interest now = old == watched.end() ? interest() : old->second;
  (way == direction::read ? now.reader : now.writer) = std::move(told);
  int failure = update(watched_fd, old == watched.end() ? EPOLL_CTL_ADD : EPOLL_CTL_MOD, now);
  // The number was closed and belongs to a new file now.
  if (failure == ENOENT)
    failure = update(watched_fd, EPOLL_CTL_ADD, now);
  if (failure)
    throw std::system_error(failure, std::generic_category(), "cannot watch descriptor " + std::to_string(watched_fd));
  watched[watched_fd] = std::move(now);
}

bool reactor::remove(int watched_fd, direction way, bool &stale) {
  stale = false;
  const auto found = watched.find(watched_fd);
  if (found == watched.end())
    return false;
  callback &gone = way == direction::read ? found->second.reader : found->second.writer;
  if (!gone)
    return false;
  gone->cancel();
  gone.reset();
  const bool last = !found->second.reader && !found->second.writer;
  stale = update(watched_fd, last ? EPOLL_CTL_DEL : EPOLL_CTL_MOD, found->second) != 0;
  if (last)
    watched.erase(found);
  return true;
}

void reactor::clear() {
  // What the callbacks own may remove its own descriptors when it goes.
  const auto gone = std::exchange(watched, {});
  for (const auto &[watched_fd, interests] : gone)
    update(watched_fd, EPOLL_CTL_DEL, interests);
}

int reactor::wait(int milliseconds) {
  const int count = ::epoll_wait(fd, ready->reported, std::size(ready->reported), milliseconds);
  if (count >= 0)
    return count;
  if (errno == EINTR)
    return 0;
  throw std::system_error(errno, std::generic_category(), "epoll_wait");
}

reactor::two_callbacks reactor::ready_callbacks(int event) const {
  const epoll_event &reported = ready->reported[event];
  const auto found = watched.find(reported.data.fd);
  if (found == watched.end())
    return {};
  const std::uint32_t broken = EPOLLERR | EPOLLHUP;
  two_callbacks both;
  if (reported.events & (EPOLLIN | EPOLLRDHUP | broken))
    both.both[0] = found->second.reader;
  if (reported.events & (EPOLLOUT | broken))
    both.both[1] = found->second.writer;
  return both;
}

} // namespace heddle::rt::aio::detail
