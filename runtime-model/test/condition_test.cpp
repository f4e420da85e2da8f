//===- condition_test.cpp - tests of condition.h -------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/condition.h"
#include <deque>
#include <gtest/gtest.h>
#include <thread>
#include <vector>

using namespace heddle::rt;
using namespace std::chrono_literals;

namespace {

/// Threads that wait on a condition and count themselves.
struct sleepers {
  explicit sleepers(condition &on, int count) : changed(on) {
    for (int i = 0; i < count; ++i)
      all.emplace_back([this] {
        std::lock_guard held(changed);
        ++asleep;
        changed.wait_for([this] { return permits > 0; });
        --permits;
        ++awake;
      });
    while (now_asleep() < count)
      std::this_thread::sleep_for(1ms);
  }
  int now_asleep() {
    std::lock_guard held(changed);
    return asleep;
  }
  void let_go(int count) {
    std::lock_guard held(changed);
    permits += count;
    changed.notify(count);
  }
  condition &changed;
  int asleep = 0, permits = 0, awake = 0;
  std::vector<std::jthread> all;
};

TEST(condition, wakes_who_waits) {
  condition changed;
  bool ready = false;
  std::jthread sets([&] {
    std::lock_guard held(changed);
    ready = true;
    changed.notify();
  });
  std::lock_guard held(changed);
  EXPECT_TRUE(changed.wait_for([&] { return ready; }));
}

TEST(condition, notify_n_wakes_that_many) {
  condition changed;
  sleepers three(changed, 3);
  three.let_go(2);
  while (true) {
    std::lock_guard held(changed);
    if (three.awake == 2)
      break;
    changed.wait(1ms);
  }
  three.let_go(1);
  three.all.clear();
  EXPECT_EQ(three.awake, 3);
}

TEST(condition, notify_all_wakes_all) {
  condition changed;
  sleepers four(changed, 4);
  {
    std::lock_guard held(changed);
    four.permits = 4;
    changed.notify_all();
  }
  four.all.clear();
  EXPECT_EQ(four.awake, 4);
}

TEST(condition, a_timeout_is_false_and_not_early) {
  condition changed;
  std::lock_guard held(changed);
  auto begin = clock::now();
  EXPECT_FALSE(changed.wait_for([] { return false; }, 20ms));
  EXPECT_GE(clock::now() - begin, 20ms);
  EXPECT_FALSE(changed.wait_for([] { return false; }, 0ms));
  EXPECT_TRUE(changed.wait_for([] { return true; }, 0ms));
}

TEST(condition, the_lock_is_given_back_while_waiting) {
  mutex m;
  condition changed(m);
  std::unique_lock held(m);
  std::jthread other([&] {
    std::lock_guard inner(m);
    changed.notify();
  });
  while (!changed.wait(1h)) {
  }
  EXPECT_TRUE(m.held());
}

TEST(condition, two_conditions_share_a_lock) {
  mutex m;
  condition not_empty(m), not_full(m);
  std::deque<int> items;
  long sum = 0;
  {
    std::jthread consumer([&] {
      for (int i = 0; i < 2000; ++i) {
        std::lock_guard held(m);
        not_empty.wait_for([&] { return !items.empty(); });
        sum += items.front();
        items.pop_front();
        not_full.notify();
      }
    });
    for (int i = 0; i < 2000; ++i) {
      std::lock_guard held(m);
      not_full.wait_for([&] { return items.size() < 3; });
      items.push_back(i);
      not_empty.notify();
    }
  }
  EXPECT_EQ(sum, 1999L * 2000 / 2);
}

TEST(condition, gives_a_recursive_lock_back_as_a_whole) {
  recursive_lock m;
  condition changed(m);
  bool ready = false;
  std::lock_guard outer(m);
  {
    std::lock_guard inner(changed);
    std::jthread sets([&] {
      std::lock_guard held(m);
      ready = true;
      changed.notify_all();
    });
    EXPECT_TRUE(changed.wait_for([&] { return ready; }));
  }
  EXPECT_TRUE(m.held());
  std::jthread([&] { EXPECT_FALSE(m.try_lock()); }).join();
}

TEST(condition, calls_without_the_lock_are_refused) {
  condition changed;
  EXPECT_THROW(changed.wait(), misuse_error);
  EXPECT_THROW(changed.wait_for([] { return true; }), misuse_error);
  EXPECT_THROW(changed.notify(), misuse_error);
  EXPECT_THROW(changed.notify_all(), misuse_error);
  std::lock_guard held(changed);
  std::jthread([&] { EXPECT_THROW(changed.notify(), misuse_error); }).join();
}

TEST(condition, an_exception_of_the_predicate_keeps_the_lock_to_its_guard) {
  mutex m;
  condition changed(m);
  try {
    std::lock_guard held(m);
    changed.wait_for([]() -> bool { throw error("no"); });
  } catch (const error &) {
  }
  EXPECT_FALSE(m.locked());
}

} // namespace
