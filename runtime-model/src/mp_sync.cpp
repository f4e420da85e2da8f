//===- mp_sync.cpp - locks, conditions, semaphores, barriers -------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/mp/barrier.h"
#include "heddle/rt/mp/condition.h"
#include "heddle/rt/mp/lock.h"
#include "heddle/rt/mp/semaphore.h"
#include <algorithm>
#include <climits>

namespace heddle::rt::mp {

using outcome = detail::robust_mutex::outcome;

// --- lock ---

namespace detail {

void basic_lock::lock() HEDDLE_RT_NO_THREAD_SAFETY_ANALYSIS {
  take(deadline());
}

bool basic_lock::take(const deadline &end) HEDDLE_RT_NO_THREAD_SAFETY_ANALYSIS {
  outcome got = shared->mutex.lock(end);
  if (got == outcome::timed_out)
    return false;
  if (got == outcome::owner_died)
    shared->orphaned = true;
  if (!shared->orphaned)
    return true;
  shared->mutex.unlock();
  throw owner_died();
}

void basic_lock::unlock() HEDDLE_RT_NO_THREAD_SAFETY_ANALYSIS {
  shared->mutex.unlock();
}

bool basic_lock::recover() HEDDLE_RT_NO_THREAD_SAFETY_ANALYSIS {
  bool died = shared->mutex.lock() == outcome::owner_died;
  return shared->orphaned.exchange(false) || died;
}

} // namespace detail

// --- condition ---

bool condition::wait_until(const deadline &end) HEDDLE_RT_NO_THREAD_SAFETY_ANALYSIS {
  if (!guard.held())
    throw misuse_error("waiting on a condition whose lock is not held");
  std::uint32_t seen = changes->load(std::memory_order_relaxed);
  guard.unlock();
  bool woken = true;
  while (changes->load(std::memory_order_relaxed) == seen && (woken = !end.passed()))
    detail::futex_wait(*changes, seen, end);
  // Not guard.lock(): the caller's guard must find the lock held in any case.
  auto &state = *guard.shared;
  if (state.mutex.lock() == outcome::owner_died)
    state.orphaned = true;
  if (state.orphaned)
    throw owner_died();
  return woken;
}

void condition::notify(std::size_t n) {
  if (!guard.held())
    throw misuse_error("notifying a condition whose lock is not held");
  changes->fetch_add(1, std::memory_order_relaxed);
  detail::futex_wake(*changes, static_cast<int>(std::min<std::size_t>(n, INT_MAX)));
}

void condition::notify_all() {
  notify(INT_MAX);
}

// --- semaphore ---

semaphore::semaphore(std::ptrdiff_t permits, std::ptrdiff_t most) : shared(handle::make(0, permits, most)) {
  if (permits < 0)
    throw value_error("a semaphore cannot begin with " + std::to_string(permits) + " permits");
}

void semaphore::release(std::ptrdiff_t n) {
  if (n < 1)
    throw value_error("at least one permit is given back");
  shared->permits.change([&](std::ptrdiff_t &permits) {
    if (n > shared->most - permits)
      throw value_error("more permits given back than were taken");
    permits += n;
  });
}

// --- barrier ---

barrier::barrier(std::size_t parties, std::function<void()> action, timeout limit)
    : shared(handle::make(0, parties)), action(std::move(action)), default_limit(limit) {
  if (parties < 1)
    throw value_error("a barrier needs at least one party");
}

std::size_t barrier::wait(timeout limit) {
  struct leaver {
    ~leaver() { b.leave(); }
    barrier &b;
  };
  deadline end(limit);
  std::size_t place = enter(end);
  leaver l{*this};
  if (place == parties() - 1)
    act();
  else
    wait_for_last(end);
  return place;
}

/// Comes in as soon as the round before has left.
std::size_t barrier::enter(const deadline &end) {
  std::size_t place = 0;
  bool entered = shared->meeting.when(end, [&](meeting &m) {
    if (m.now == broken_down)
      throw broken_barrier_error();
    if (m.now != filling)
      return false;
    place = m.inside++;
    if (m.inside == parties())
      m.now = acting;
    return true;
  });
  if (entered)
    return place;
  abort();
  throw broken_barrier_error();
}

void barrier::act() {
  try {
    if (action)
      action();
  } catch (...) {
    abort();
    throw;
  }
  shared->meeting.change([](meeting &m) {
    if (m.now != acting)
      throw broken_barrier_error();
    m.now = draining;
  });
}

void barrier::wait_for_last(const deadline &end) {
  stage last = filling;
  auto look = [&last](const meeting &m) {
    last = m.now;
    return last != filling && last != acting;
  };
  if (!shared->meeting.when(end, look))
    shared->meeting.change([&](meeting &m) {
      if (!look(m)) // nobody came in the meantime
        last = m.now = broken_down;
    });
  if (last != draining && last != broken_next)
    throw broken_barrier_error();
}

void barrier::leave() {
  shared->meeting.change([](meeting &m) {
    if (--m.inside > 0)
      return;
    if (m.now == broken_next)
      m.now = broken_down;
    else if (m.now != broken_down)
      m.now = filling;
  });
}

void barrier::abort() {
  shared->meeting.change([](meeting &m) {
    bool passed = m.now == draining || m.now == broken_next;
    m.now = passed ? broken_next : broken_down;
  });
}

void barrier::reset() {
  shared->meeting.change([](meeting &m) {
    if (m.inside == 0)
      m.now = filling;
    else if (m.now == draining || m.now == broken_next)
      m.now = draining;
    else
      m.now = resetting;
  });
}

bool barrier::broken() const {
  stage now = shared->meeting.look().now;
  return now == broken_down || now == broken_next;
}

std::size_t barrier::n_waiting() const {
  meeting m = shared->meeting.look();
  return m.now == filling || m.now == acting ? m.inside : 0;
}

void barrier::to_wire(wire_writer &out) const {
  if (action)
    throw process_error("the action of a barrier cannot be sent to another process; fork can take it along");
  shared.to_wire(out);
  wire_write(out, default_limit);
}

barrier barrier::from_wire(wire_reader &in) {
  auto inherited = handle::from_wire(in);
  return barrier(std::move(inherited), wire_read<timeout>(in));
}

} // namespace heddle::rt::mp
