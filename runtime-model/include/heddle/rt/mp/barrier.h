//===- barrier.h - a meeting point of processes --------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_MP_BARRIER_H
#define HEDDLE_RT_MP_BARRIER_H

#include "heddle/rt/mp/monitor.h"
#include "heddle/rt/mp/shared_block.h"
#include <functional>

namespace heddle::rt::mp {

/// A point that a number of parties pass together; a handle, whose copies are
/// the same barrier. It can be used again at once.
///
/// Python: multiprocessing.Barrier. Standard: std::barrier.
/// Thread safety: from all threads of all processes that have a handle.
/// Invariant: the wait() calls of one round return with the numbers
/// 0 ... parties-1, each once, or all throw broken_barrier_error.
/// Errors: broken_barrier_error from wait() if the barrier is broken or becomes
/// so: by abort(), by reset() while some wait, by a timeout of one of them, or by
/// an action that throws. A process that dies while it waits stays counted, and
/// never leaves: who waits with a timeout gets broken_barrier_error, but the
/// barrier cannot be used again.
class barrier {
public:
  /// `action` is run by one of the parties when all have come, before any goes
  /// on; each process has its own copy of it. `limit` is wait()'s default.
  explicit barrier(std::size_t parties, std::function<void()> action = {}, timeout limit = {});

  /// Waits for the others; the number of this call in the round, in the order of
  /// arrival. Without an argument: the timeout of the barrier.
  std::size_t wait() { return wait(default_limit); }
  std::size_t wait(timeout limit);
  /// Breaks the barrier: all who wait, and all who come, get broken_barrier_error.
  void abort();
  /// Makes it new; who waits gets broken_barrier_error.
  void reset();

  std::size_t parties() const { return shared->parties; }
  /// How many wait at this moment.
  std::size_t n_waiting() const;
  bool broken() const;

  /// For the arguments of a process. A callable cannot be sent: process_error if
  /// there is an action.
  void to_wire(wire_writer &out) const;
  static barrier from_wire(wire_reader &in);

private:
  /// A round fills, its last one acts, and then all leave it (drain) before the
  /// next begins; so everybody sees how his own round ended. `broken_next` is a
  /// round that drains well and leaves a broken barrier, `resetting` a broken round
  /// that drains, `broken_down` one that stays broken.
  enum stage { filling, acting, draining, broken_next, resetting, broken_down };
  struct meeting {
    /// Those inside: they have come and not left.
    std::size_t inside = 0;
    stage now = filling;
    bool operator==(const meeting &) const = default;
  };
  struct state {
    explicit state(std::size_t parties) : meeting(barrier::meeting()), parties(parties) {}
    detail::monitor<barrier::meeting> meeting;
    std::size_t parties;
  };
  using handle = detail::shared_object<state>;
  barrier(handle inherited, timeout limit) : shared(std::move(inherited)), default_limit(limit) {}
  std::size_t enter(const deadline &end);
  void act();
  void wait_for_last(const deadline &end);
  void leave();

  handle shared;
  std::function<void()> action;
  timeout default_limit;
};

} // namespace heddle::rt::mp

#endif // HEDDLE_RT_MP_BARRIER_H
