//===- local.cpp - a value for each thread -------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A thread finds its values by the number of the local in a table of its own,
// without a lock. The table only points to them: they belong to the local, and
// are erased from it when the thread ends.
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/local.h"
#include <atomic>
#include <vector>

namespace heddle::rt::detail {

namespace {

struct mine {
  void *value;
  std::weak_ptr<local_values::table> owner;
};

/// What the calling thread has, by the number of the local.
struct thread_values {
  std::unordered_map<std::uint64_t, mine> of_local;

  ~thread_values() {
    while (!of_local.empty()) // a dying value may ask for others
      erase(of_local.extract(of_local.begin()).mapped());
  }
  void erase(const mine &one) {
    local_values::value dying; // destroyed without the lock: it may use other locals
    if (auto owner = one.owner.lock()) {
      std::lock_guard held(owner->m);
      if (auto entry = owner->of_thread.extract(this))
        dying = std::move(entry.mapped());
    }
  }
  void forget_destroyed() {
    std::erase_if(of_local, [](const auto &one) { return one.second.owner.expired(); });
  }
};

thread_values &here() {
  thread_local thread_values values;
  return values;
}

std::uint64_t next_id() {
  // Relaxed: only the numbers must differ.
  static std::atomic<std::uint64_t> counter = 0;
  return counter.fetch_add(1, std::memory_order_relaxed);
}

} // namespace

local_values::local_values() : all(std::make_shared<table>()), id(next_id()) {}

local_values::~local_values() {
  std::unordered_map<const void *, value> dying;
  std::lock_guard held(all->m);
  dying.swap(all->of_thread);
}

void *local_values::find() const noexcept {
  auto &values = here().of_local;
  auto found = values.find(id);
  return found == values.end() ? nullptr : found->second.value;
}

void *local_values::put(value made) {
  auto &mine_here = here();
  mine_here.forget_destroyed();
  void *raw = made.get();
  {
    std::lock_guard held(all->m);
    all->of_thread.insert_or_assign(&mine_here, std::move(made));
  }
  mine_here.of_local.insert_or_assign(id, mine{raw, all});
  return raw;
}

std::size_t local_values::size() const {
  std::lock_guard held(all->m);
  return all->of_thread.size();
}

} // namespace heddle::rt::detail
