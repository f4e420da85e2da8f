//===- semaphore.h - permits between processes ---------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_MP_SEMAPHORE_H
#define HEDDLE_RT_MP_SEMAPHORE_H

#include "heddle/rt/mp/monitor.h"
#include "heddle/rt/mp/shared_block.h"
#include <cstddef>
#include <cstdint>

namespace heddle::rt::mp {

/// A number of permits that processes take and give back; a handle, whose copies
/// are the same semaphore.
///
/// Python: multiprocessing.Semaphore. Standard: std::counting_semaphore.
/// Thread safety: from all threads of all processes that have a handle; a permit
/// may be given back by another than took it. lock() and unlock() are other names
/// of acquire() and release(), for guards.
/// Invariant: the number is never negative. A process that dies with a permit
/// takes it along, as nobody can know whose it was; one that dies *inside* a call
/// has made it or not.
/// Errors: value_error for a negative count.
class semaphore {
public:
  explicit semaphore(std::ptrdiff_t permits = 1) : semaphore(permits, PTRDIFF_MAX) {}

  /// Takes a permit; waits for one. False if the timeout came first.
  /// Python: Semaphore.acquire(timeout=...).
  bool acquire(timeout limit = {}) {
    return shared->permits.when(deadline(limit), [](std::ptrdiff_t &permits) { return permits > 0 && permits-- > 0; });
  }
  bool try_acquire() { return acquire(std::chrono::nanoseconds(0)); }
  /// Gives back `n` permits (n >= 1), and wakes who waits. Python: Semaphore.release(n).
  void release(std::ptrdiff_t n = 1);
  /// The permits at this moment. Python: get_value().
  std::ptrdiff_t get_value() const { return shared->permits.look(); }

  void lock() { acquire(); }
  bool try_lock() { return try_acquire(); }
  void unlock() { release(); }

  /// For the arguments of a process.
  void to_wire(wire_writer &out) const { shared.to_wire(out); }
  static semaphore from_wire(wire_reader &in) { return semaphore(handle::from_wire(in)); }

protected:
  semaphore(std::ptrdiff_t permits, std::ptrdiff_t most);

  struct state {
    state(std::ptrdiff_t permits, std::ptrdiff_t most) : permits(permits), most(most) {}
    detail::monitor<std::ptrdiff_t> permits;
    std::ptrdiff_t most;
  };
  using handle = detail::shared_object<state>;
  explicit semaphore(handle inherited) : shared(std::move(inherited)) {}

  handle shared;
};

/// A semaphore that never has more permits than it began with: more than were
/// taken cannot be given back. Python: multiprocessing.BoundedSemaphore.
/// Errors: value_error from release(), which then gives back none.
class bounded_semaphore : public semaphore {
public:
  explicit bounded_semaphore(std::ptrdiff_t permits = 1) : semaphore(permits, permits) {}
  static bounded_semaphore from_wire(wire_reader &in) { return bounded_semaphore(handle::from_wire(in)); }

private:
  using semaphore::semaphore;
};

} // namespace heddle::rt::mp

#endif // HEDDLE_RT_MP_SEMAPHORE_H
