//===- robust_mutex.h - a mutex that survives its owner ------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_MP_ROBUST_MUTEX_H
#define HEDDLE_RT_MP_ROBUST_MUTEX_H

#include "heddle/rt/thread_annotations.h"
#include "heddle/rt/time.h"
#include <atomic>
#include <cstdint>
#include <pthread.h>
#include <sys/types.h>

namespace heddle::rt::mp::detail {

/// The mutex of POSIX, shared between processes, robust and checking. It lives
/// in shared memory.
///
/// Thread safety: from all threads of all processes that map it.
/// Errors: deadlock_error (its owner locks it again and it is not recursive),
/// misuse_error (another than the owner unlocks it).
/// Source: pthread_mutexattr_setrobust(3), pthread_mutex_lock(3).
class HEDDLE_RT_CAPABILITY("mutex") robust_mutex {
public:
  enum class kind { once, recursive };
  enum class outcome {
    locked,
    owner_died, ///< locked, and the owner before died while it held it
    timed_out,
  };

  explicit robust_mutex(kind k);
  robust_mutex(const robust_mutex &) = delete;
  robust_mutex &operator=(const robust_mutex &) = delete;

  outcome lock(const deadline &end = {}) HEDDLE_RT_NO_THREAD_SAFETY_ANALYSIS;
  void unlock() HEDDLE_RT_NO_THREAD_SAFETY_ANALYSIS;
  /// Whether the calling thread holds it.
  bool owned() const;

private:
  outcome entered(int code);

  pthread_mutex_t mutex;
  /// Thread id of the owner, 0: none. Written by the owner alone; relaxed, as
  /// everybody else compares it with an id that is not the owner's.
  std::atomic<pid_t> owner{0};
  /// How often the owner has locked it; touched by the owner alone.
  std::uint32_t depth = 0;
};

/// Sleeps until somebody changes `word` from `seen`, or the deadline. May wake
/// up early. Source: futex(2), FUTEX_WAIT on shared memory.
void futex_wait(std::atomic<std::uint32_t> &word, std::uint32_t seen, const deadline &end);
/// Wakes up to `count` sleepers.
void futex_wake(std::atomic<std::uint32_t> &word, int count);

} // namespace heddle::rt::mp::detail

#endif // HEDDLE_RT_MP_ROBUST_MUTEX_H
