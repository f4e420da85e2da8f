//===- lock.cpp - mutual exclusion ---------------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/lock.h"
#include <ctime>
#include <pthread.h>

namespace heddle::rt {

namespace {

/// std::mutex has no timed lock, and std::timed_mutex no std::condition_variable;
/// the system's mutex behind both has everything.
/// Source: pthread_mutex_clocklock, POSIX.1-2024.
bool lock_until(std::mutex &m, clock::time_point end) {
  auto since = std::max(clock::duration::zero(), end.time_since_epoch());
  auto seconds = std::chrono::duration_cast<std::chrono::seconds>(since);
  timespec when = {.tv_sec = seconds.count(), .tv_nsec = (since - seconds).count()};
  return pthread_mutex_clocklock(m.native_handle(), CLOCK_MONOTONIC, &when) == 0;
}

} // namespace

bool mutex::try_lock_until(clock::time_point end) {
  // The deadline will come, but nobody can release the lock until then.
  refuse_owner(std::this_thread::get_id());
  if (!lock_until(native, end))
    return false;
  own();
  return true;
}

// The analysis does not know that `lock` and `try_lock_until` mean the same lock.
bool mutex::acquire(timeout limit) HEDDLE_RT_NO_THREAD_SAFETY_ANALYSIS {
  if (limit && *limit <= std::chrono::nanoseconds::zero())
    return try_lock();
  deadline end(limit);
  if (!end.is_never())
    return try_lock_until(end.when());
  lock();
  return true;
}

// Whether `m` is held before and after is a matter of `depth`, which the
// analysis does not follow.
bool recursive_lock::try_lock() HEDDLE_RT_NO_THREAD_SAFETY_ANALYSIS {
  bool got = m.held() || m.try_lock();
  if (got)
    ++depth;
  return got;
}

bool recursive_lock::try_lock_until(clock::time_point end) HEDDLE_RT_NO_THREAD_SAFETY_ANALYSIS {
  bool got = m.held() || m.try_lock_until(end);
  if (got)
    ++depth;
  return got;
}

bool recursive_lock::acquire(timeout limit) HEDDLE_RT_NO_THREAD_SAFETY_ANALYSIS {
  bool got = m.held() || m.acquire(limit);
  if (got)
    ++depth;
  return got;
}

} // namespace heddle::rt
