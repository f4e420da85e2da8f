//===- semaphore.cpp - a number of permits -------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/semaphore.h"
#include "heddle/rt/error.h"

namespace heddle::rt {

semaphore::semaphore(std::ptrdiff_t initial) : semaphore(initial, std::numeric_limits<std::ptrdiff_t>::max()) {}

semaphore::semaphore(std::ptrdiff_t initial, std::ptrdiff_t limit) : most(limit), permits(initial) {
  if (initial < 0)
    throw value_error("a semaphore begins with zero permits or more");
}

bool semaphore::wait_for_permit(const deadline &end) {
  std::unique_lock held(m);
  ++waiting;
  bool got = detail::wait_until(released, held, end, [this] { return try_acquire(); });
  --waiting;
  return got;
}

bool semaphore::wait_for_permit(const std::stop_token &stop) {
  detail::wake_on_stop wakes(stop, m, released);
  std::unique_lock held(m);
  ++waiting;
  bool got = false;
  released.wait(held, [&] { return (got = try_acquire()) || stop.stop_requested(); });
  --waiting;
  return got;
}

void semaphore::wake(std::ptrdiff_t n) {
  {
    // A thread that announced itself has looked for a permit, or waits by now.
    std::lock_guard held(m);
    n = std::min<std::ptrdiff_t>(n, waiting);
  }
  for (; n > 0; --n)
    released.notify_one();
}

void semaphore::refuse(std::ptrdiff_t n) const {
  throw value_error(n < 1 ? "release of less than one permit" : "semaphore released too many times");
}

} // namespace heddle::rt
