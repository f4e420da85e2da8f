//===- condition.cpp - waiting for a change under a lock -----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/condition.h"
#include <string>
#include <utility>

namespace heddle::rt {

// The analysis knows the lock by the condition's name only, not by `m`.
void condition::lock() HEDDLE_RT_NO_THREAD_SAFETY_ANALYSIS {
  if (!depth || !m.held())
    m.lock();
  if (depth)
    ++*depth;
}

bool condition::try_lock() HEDDLE_RT_NO_THREAD_SAFETY_ANALYSIS {
  bool got = (depth && m.held()) || m.try_lock();
  if (got && depth)
    ++*depth;
  return got;
}

void condition::unlock() HEDDLE_RT_NO_THREAD_SAFETY_ANALYSIS {
  if (depth && m.held() && --*depth > 0)
    return;
  m.unlock();
}

bool condition::wait_until(const deadline &end) {
  require_held("wait");
  unsigned times = depth ? std::exchange(*depth, 0) : 0;
  m.owner.store(std::thread::id(), std::memory_order_relaxed);
  std::unique_lock<std::mutex> held(m.native, std::adopt_lock);
  bool in_time = true;
  if (end.is_never())
    native.wait(held);
  else
    in_time = native.wait_until(held, end.when()) == std::cv_status::no_timeout;
  held.release();
  m.own();
  if (depth)
    *depth = times;
  return in_time;
}

void condition::notify(std::size_t n) {
  require_held("notify");
  for (; n > 0; --n)
    native.notify_one();
}

void condition::notify_all() {
  require_held("notify");
  native.notify_all();
}

void condition::require_held(const char *call) const {
  if (!m.held())
    throw misuse_error(std::string(call) + " without holding the condition's lock");
}

} // namespace heddle::rt
