//===- wait.cpp - waiting for several futures ----------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/wait.h"

namespace heddle::rt::detail {

/// One per future of the set: it knows its place.
/// Lock order: a future's lock, then the set's.
class future_set::watcher {
public:
  struct one final : done_watcher {
    void completed(future_core &done) noexcept override { set->note(place, done); }
    watcher *set = nullptr;
    std::size_t place = 0;
    future_core *core = nullptr;
  };

  explicit watcher(const std::vector<future_core *> &futures) : all(futures.size()) {
    order.reserve(futures.size()); // so that note() does not throw
    for (std::size_t i = 0; i < futures.size(); ++i) {
      all[i].set = this;
      all[i].place = i;
      all[i].core = futures[i];
      if (!futures[i]->watch(all[i]))
        note(i, *futures[i]);
    }
  }
  ~watcher() {
    for (one &each : all)
      each.core->unwatch(each);
  }

  /// Called with the future's lock held, or when it is done and does not change.
  void note(std::size_t place, future_core &done) noexcept {
    std::lock_guard held(m);
    order.push_back(place);
    failed = failed || done.failed_unlocked();
    changed.notify_one();
  }

  std::vector<one> all;
  std::mutex m;
  std::condition_variable changed;
  std::vector<std::size_t> order;
  bool failed = false;
};

future_set::future_set(std::vector<future_core *> futures) : state(std::make_unique<watcher>(futures)) {}
future_set::~future_set() = default;

bool future_set::wait(std::size_t enough, bool or_exception, const deadline &end) {
  std::unique_lock held(state->m);
  return detail::wait_until(state->changed, held, end,
                            [&] { return state->order.size() >= enough || (or_exception && state->failed); });
}

std::size_t future_set::completed(std::size_t n) const {
  std::lock_guard held(state->m);
  return state->order[n];
}

std::size_t future_set::size() const {
  return state->all.size();
}

std::size_t future_set::done_count() const {
  std::lock_guard held(state->m);
  return state->order.size();
}

} // namespace heddle::rt::detail
