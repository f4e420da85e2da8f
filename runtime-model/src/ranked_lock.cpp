//===- ranked_lock.cpp - locks with an order that is kept ----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/ranked_lock.h"
#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <vector>

namespace heddle::rt {

namespace {

bool checked_from_the_start() {
  if (const char *wish = std::getenv("HEDDLE_RT_LOCK_RANKS"))
    return std::strcmp(wish, "0") != 0;
#ifdef NDEBUG
  return false;
#else
  return true;
#endif
}

// Relaxed: a switch, which orders nothing.
std::atomic<bool> &checked() {
  static std::atomic<bool> on(checked_from_the_start());
  return on;
}

/// What this thread holds, in the order in which it took it.
thread_local std::vector<const ranked_lock *> held_here;

void note_taken(const ranked_lock &lock) {
  if (lock_ranks_checked())
    held_here.push_back(&lock);
}

} // namespace

bool check_lock_ranks(bool on) noexcept {
  return checked().exchange(on, std::memory_order_relaxed);
}
bool lock_ranks_checked() noexcept {
  return checked().load(std::memory_order_relaxed);
}

ranked_lock::ranked_lock(int rank, std::string name) : level(rank), label(std::move(name)) {}

void ranked_lock::refuse_wrong_order() const {
  if (!lock_ranks_checked())
    return;
  for (const ranked_lock *held : held_here)
    if (held->level >= level)
      throw lock_order_error("'" + label + "' of rank " + std::to_string(level) + " is locked while '" + held->label +
                             "' of rank " + std::to_string(held->level) + " is held");
}

// Here and below the analysis sees `m` change hands, and the name of this lock not.
void ranked_lock::lock() HEDDLE_RT_NO_THREAD_SAFETY_ANALYSIS {
  refuse_wrong_order();
  m.lock();
  note_taken(*this);
}

bool ranked_lock::try_lock() HEDDLE_RT_NO_THREAD_SAFETY_ANALYSIS {
  bool got = m.try_lock();
  if (got)
    note_taken(*this);
  return got;
}

bool ranked_lock::acquire(timeout limit) HEDDLE_RT_NO_THREAD_SAFETY_ANALYSIS {
  if (limit && *limit <= std::chrono::nanoseconds::zero())
    return try_lock();
  refuse_wrong_order();
  bool got = m.acquire(limit);
  if (got)
    note_taken(*this);
  return got;
}

void ranked_lock::unlock() HEDDLE_RT_NO_THREAD_SAFETY_ANALYSIS {
  if (m.held())
    std::erase(held_here, this);
  m.unlock();
}

} // namespace heddle::rt
