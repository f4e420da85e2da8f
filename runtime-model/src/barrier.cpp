//===- barrier.cpp - a point where threads meet --------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/barrier.h"

namespace heddle::rt {

barrier::barrier(std::size_t parties, action run, timeout limit)
    : size(parties), last_runs(std::move(run)), standard_limit(limit), now(std::make_shared<round>()) {
  if (parties < 1)
    throw value_error("a barrier needs one party or more");
}

std::size_t barrier::wait(timeout limit) {
  deadline end(limit);
  std::unique_lock held(m);
  auto mine = now;
  if (mine->broken)
    throw broken_barrier_error();
  bool last = mine->arrived + 1 == size;
  auto next = last ? std::make_shared<round>() : nullptr;
  std::size_t place = mine->arrived++;
  if (last) {
    run_action();
    now = std::move(next);
    mine->complete = true;
    held.unlock();
    changed.notify_all();
    return place;
  }
  bool ended = detail::wait_until(changed, held, end, [&] { return mine->complete || mine->broken; });
  if (!ended)
    break_round();
  if (!mine->complete)
    throw broken_barrier_error(ended ? "barrier is broken" : "barrier is broken: the others did not come in time");
  return place;
}

void barrier::abort() {
  std::lock_guard held(m);
  break_round();
}

void barrier::reset() {
  std::lock_guard held(m);
  auto next = std::make_shared<round>();
  break_round();
  now = std::move(next);
}

bool barrier::broken() const {
  std::lock_guard held(m);
  return now->broken;
}

std::size_t barrier::n_waiting() const {
  std::lock_guard held(m);
  return now->broken ? 0 : now->arrived;
}

void barrier::run_action() {
  if (!last_runs)
    return;
  try {
    last_runs();
  } catch (...) {
    break_round();
    throw;
  }
}

void barrier::break_round() {
  now->broken = true;
  changed.notify_all();
}

} // namespace heddle::rt
