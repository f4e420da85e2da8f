//===- aio_mailbox.cpp - how other threads reach an event loop ------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/aio/mailbox.h"
#include <cerrno>
#include <sys/eventfd.h>
#include <system_error>
#include <unistd.h>

namespace heddle::rt::aio::detail {

mailbox::mailbox() : fd(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (fd < 0)
    throw std::system_error(errno, std::generic_category(), "eventfd");
}

mailbox::~mailbox() {
  ::close(fd);
}

bool mailbox::post(std::shared_ptr<callback_state> letter) {
  std::lock_guard guard(m);
  if (closed)
    return false;
  posted.push_back(std::move(letter));
  if (posted.size() > 1)
    return true;
  filled.store(true, std::memory_order_relaxed);
  const std::uint64_t one = 1;
  // Cannot fail: the counter is 0 or 1.
  [[maybe_unused]] auto written = ::write(fd, &one, sizeof one);
  return true;
}

mailbox::letters mailbox::take() {
  std::lock_guard guard(m);
  if (posted.empty())
    return {};
  std::uint64_t count = 0;
  [[maybe_unused]] auto read = ::read(fd, &count, sizeof count);
  filled.store(false, std::memory_order_relaxed);
  return std::exchange(posted, {});
}

void mailbox::close() {
  letters dropped; // destroyed after the lock is given back: a callback may hold anything
  std::lock_guard guard(m);
  closed = true;
  dropped.swap(posted);
}

} // namespace heddle::rt::aio::detail
