//===- barrier.h - a point where threads meet ----------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_BARRIER_H
#define HEDDLE_RT_BARRIER_H

#include "heddle/rt/error.h"
#include "heddle/rt/time.h"
#include "heddle/rt/unique_function.h"
#include <cstddef>
#include <memory>

namespace heddle::rt {

/// A number of threads wait for each other and go on together, again and again.
///
/// Thread safety: all functions from all threads.
/// Invariants: a round ends in exactly one way, for all its threads: the last
/// party came, or it broke. A broken barrier stays so until reset().
/// Errors: broken_barrier_error in all threads of a round that was aborted, reset,
/// or in which one waited too long or the action threw; at once on a broken
/// barrier. Less than one party is value_error.
/// Python: threading.Barrier. Standard: std::barrier has neither timeout nor abort.
class barrier {
public:
  using action = unique_function<void()>;

  /// `run` is called once per round, by the last thread to come, before the
  /// others go on. It runs under the barrier's lock: it must not call the
  /// barrier. `limit` is the timeout of every wait() that names none.
  explicit barrier(std::size_t parties, action run = {}, timeout limit = {});
  barrier(const barrier &) = delete;
  barrier &operator=(const barrier &) = delete;

  /// Waits for the others. Returns a number from 0 to parties - 1, another in
  /// each thread of the round: "the one with 0 cleans up". A timeout breaks the barrier.
  /// What the action throws leaves wait() in the thread that ran it.
  std::size_t wait() { return wait(standard_limit); }
  std::size_t wait(timeout limit);

  /// Breaks the barrier: all who wait, and all who come, get broken_barrier_error.
  void abort();
  /// Makes it whole and empty; those who wait get broken_barrier_error.
  void reset();

  bool broken() const;
  /// How many wait now.
  std::size_t n_waiting() const;
  std::size_t parties() const { return size; }

private:
  /// How one round ends. The threads of a round keep it until they have looked,
  /// while the next round is on its way.
  struct round {
    std::size_t arrived = 0;
    bool complete = false;
    bool broken = false;
  };

  void run_action();
  void break_round();

  const std::size_t size;
  action last_runs;
  const timeout standard_limit;
  mutable std::mutex m;
  std::condition_variable changed;
  std::shared_ptr<round> now;
};

} // namespace heddle::rt

#endif // HEDDLE_RT_BARRIER_H
