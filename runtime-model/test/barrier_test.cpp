//===- barrier_test.cpp - tests of barrier.h -----------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/barrier.h"
#include <atomic>
#include <gtest/gtest.h>
#include <set>
#include <thread>
#include <vector>

using namespace heddle::rt;
using namespace std::chrono_literals;

namespace {

void await_waiting(const barrier &b, std::size_t count) {
  while (b.n_waiting() < count)
    std::this_thread::sleep_for(1ms);
}

TEST(barrier, lets_all_go_when_the_last_one_comes) {
  barrier b(3);
  EXPECT_EQ(b.parties(), 3u);
  std::atomic<int> passed = 0;
  std::vector<std::jthread> two;
  for (int i = 0; i < 2; ++i)
    two.emplace_back([&] {
      b.wait();
      ++passed;
    });
  await_waiting(b, 2);
  EXPECT_EQ(passed, 0);
  b.wait();
  two.clear();
  EXPECT_EQ(passed, 2);
  EXPECT_EQ(b.n_waiting(), 0u);
}

TEST(barrier, gives_each_party_another_number) {
  barrier b(4);
  std::mutex m;
  std::set<std::size_t> numbers;
  std::vector<std::jthread> all;
  for (int i = 0; i < 4; ++i)
    all.emplace_back([&] {
      auto number = b.wait();
      std::lock_guard held(m);
      numbers.insert(number);
    });
  all.clear();
  EXPECT_EQ(numbers, (std::set<std::size_t>{0, 1, 2, 3}));
}

TEST(barrier, of_one_never_waits) {
  barrier b(1);
  EXPECT_EQ(b.wait(), 0u);
  EXPECT_EQ(b.wait(0ms), 0u);
}

TEST(barrier, no_party_enters_a_round_before_the_one_before_is_over) {
  constexpr int parties = 3, rounds = 1000;
  std::atomic<int> arrived = 0;
  int actions = 0;
  barrier b(parties, [&] {
    ++actions;
    EXPECT_EQ(arrived, actions * parties);
  });
  std::vector<std::jthread> all;
  for (int i = 0; i < parties; ++i)
    all.emplace_back([&] {
      for (int r = 1; r <= rounds; ++r) {
        ++arrived;
        b.wait();
        EXPECT_GE(arrived, r * parties);
      }
    });
  all.clear();
  EXPECT_EQ(actions, rounds);
}

TEST(barrier, a_timeout_breaks_it_for_all) {
  barrier b(3);
  std::atomic<int> broken = 0;
  std::vector<std::jthread> two;
  two.emplace_back([&] {
    try {
      b.wait();
    } catch (const broken_barrier_error &) {
      ++broken;
    }
  });
  await_waiting(b, 1);
  auto begin = clock::now();
  EXPECT_THROW(b.wait(20ms), broken_barrier_error);
  EXPECT_GE(clock::now() - begin, 20ms);
  two.clear();
  EXPECT_EQ(broken, 1);
  EXPECT_TRUE(b.broken());
  EXPECT_THROW(b.wait(), broken_barrier_error);
}

TEST(barrier, has_a_timeout_of_its_own) {
  barrier b(2, {}, 5ms);
  EXPECT_THROW(b.wait(), broken_barrier_error);
}

TEST(barrier, abort_wakes_who_waits_and_refuses_who_comes) {
  barrier b(3);
  std::vector<std::jthread> two;
  for (int i = 0; i < 2; ++i)
    two.emplace_back([&] { EXPECT_THROW(b.wait(), broken_barrier_error); });
  await_waiting(b, 2);
  b.abort();
  two.clear();
  EXPECT_TRUE(b.broken());
  EXPECT_EQ(b.n_waiting(), 0u);
  EXPECT_THROW(b.wait(), broken_barrier_error);
}

TEST(barrier, reset_makes_it_whole_and_sends_away_who_waits) {
  barrier b(2);
  std::jthread waits([&] { EXPECT_THROW(b.wait(), broken_barrier_error); });
  await_waiting(b, 1);
  b.reset();
  waits.join();
  EXPECT_FALSE(b.broken());
  b.abort();
  b.reset();
  std::jthread other([&] { b.wait(); });
  b.wait();
}

// The thread of the old round may wake up when the new round is over.
TEST(barrier, the_rounds_before_and_after_a_reset_do_not_mix) {
  for (int i = 0; i < 200; ++i) {
    barrier b(2);
    std::jthread old([&] { EXPECT_THROW(b.wait(), broken_barrier_error); });
    await_waiting(b, 1);
    b.reset();
    std::jthread fresh([&] { EXPECT_NO_THROW(b.wait()); });
    EXPECT_NO_THROW(b.wait());
  }
}

TEST(barrier, an_action_that_throws_breaks_it) {
  barrier b(2, [] { throw std::domain_error("no"); });
  std::jthread waits([&] { EXPECT_THROW(b.wait(), broken_barrier_error); });
  await_waiting(b, 1);
  EXPECT_THROW(b.wait(), std::domain_error);
  waits.join();
  EXPECT_TRUE(b.broken());
}

TEST(barrier, needs_a_party) {
  EXPECT_THROW(barrier(0), value_error);
}

} // namespace
