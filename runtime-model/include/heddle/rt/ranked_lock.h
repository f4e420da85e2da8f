//===- ranked_lock.h - locks with an order that is kept ------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   ranked_lock accounts(10, "accounts"), journal(20, "journal");
//
// A thread takes locks in the order of their ranks, or gets lock_order_error
// on the very first attempt, not only when two threads happen to meet. Ranks
// that always rise make a circle of waiting threads impossible.
//
// The switch: ranks are checked where the runtime was built without NDEBUG, or
// with HEDDLE_RT_LOCK_RANKS=1 in the environment, or after check_lock_ranks(true);
// HEDDLE_RT_LOCK_RANKS=0 and check_lock_ranks(false) switch it off.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_RANKED_LOCK_H
#define HEDDLE_RT_RANKED_LOCK_H

#include "heddle/rt/lock.h"
#include <string>

namespace heddle::rt {

/// Switches the check of ranks on or off, and returns what it was. Switch
/// before the first ranked lock is taken: the check knows nothing of locks taken
/// while it was off. Thread safety: from all threads.
bool check_lock_ranks(bool on) noexcept;
bool lock_ranks_checked() noexcept;

/// A lock with a rank.
///
/// Thread safety: as mutex. Invariant, where ranks are checked: a thread never
/// waits for a lock whose rank is not above all it holds.
/// Errors: lock_order_error for such a wait; then the lock is not taken. The
/// others as mutex. try_lock() may take any lock: it does not wait.
/// Python: none.
class HEDDLE_RT_CAPABILITY("mutex") ranked_lock {
public:
  explicit ranked_lock(int rank, std::string name = "lock");
  ~ranked_lock() = default;
  ranked_lock(const ranked_lock &) = delete;
  ranked_lock &operator=(const ranked_lock &) = delete;

  void lock() HEDDLE_RT_ACQUIRE();
  bool try_lock() HEDDLE_RT_TRY_ACQUIRE(true);
  bool acquire(timeout limit = {}) HEDDLE_RT_TRY_ACQUIRE(true);
  void unlock() HEDDLE_RT_RELEASE();
  void release() HEDDLE_RT_RELEASE() { unlock(); }

  int rank() const { return level; }
  const std::string &name() const { return label; }
  bool locked() const { return m.locked(); }
  bool held() const { return m.held(); }

private:
  void refuse_wrong_order() const;

  mutex m;
  int level;
  std::string label;
};

} // namespace heddle::rt

#endif // HEDDLE_RT_RANKED_LOCK_H
