//===- semaphore_test.cpp - tests of semaphore.h -------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/error.h"
#include "heddle/rt/semaphore.h"
#include <gtest/gtest.h>
#include <thread>
#include <vector>

using namespace heddle::rt;
using namespace std::chrono_literals;

namespace {

TEST(semaphore, has_as_many_permits_as_told) {
  semaphore s(2);
  EXPECT_TRUE(s.acquire());
  EXPECT_TRUE(s.try_acquire());
  EXPECT_FALSE(s.try_acquire());
  EXPECT_FALSE(s.acquire(0ms));
  s.release();
  EXPECT_TRUE(s.acquire(0ms));
}

TEST(semaphore, has_one_permit_by_default_and_may_have_none) {
  semaphore one, none(0);
  EXPECT_TRUE(one.try_acquire());
  EXPECT_FALSE(none.try_acquire());
}

TEST(semaphore, a_timeout_is_not_early) {
  semaphore s(0);
  auto begin = clock::now();
  EXPECT_FALSE(s.acquire(20ms));
  EXPECT_GE(clock::now() - begin, 20ms);
}

TEST(semaphore, one_thread_gives_a_sign_to_another) {
  semaphore s(0);
  std::jthread gives([&] { s.release(); });
  EXPECT_TRUE(s.acquire());
}

TEST(semaphore, a_request_to_stop_ends_a_wait) {
  semaphore s(0);
  std::jthread waits([&](std::stop_token stop) { EXPECT_FALSE(s.acquire(stop)); });
  waits.request_stop();
  waits.join();
  std::jthread gets([&](std::stop_token stop) { EXPECT_TRUE(s.acquire(stop)); });
  s.release();
}

TEST(semaphore, releases_several_at_once) {
  semaphore s(0);
  std::vector<std::jthread> all;
  for (int i = 0; i < 3; ++i)
    all.emplace_back([&] { EXPECT_TRUE(s.acquire(1h)); });
  std::this_thread::sleep_for(5ms);
  s.release(3);
  all.clear();
  EXPECT_FALSE(s.try_acquire());
}

TEST(semaphore, refuses_numbers_out_of_range) {
  EXPECT_THROW(semaphore(-1), value_error);
  semaphore s(1);
  EXPECT_THROW(s.release(0), value_error);
  EXPECT_THROW(s.release(-2), value_error);
  semaphore full(std::numeric_limits<std::ptrdiff_t>::max());
  EXPECT_THROW(full.release(), value_error);
}

TEST(semaphore, guards_hold_a_permit) {
  semaphore s(1);
  try {
    std::lock_guard one(s);
    EXPECT_FALSE(s.try_acquire());
    throw error("out of the block");
  } catch (const error &) {
  }
  EXPECT_TRUE(s.try_acquire());
}

TEST(bounded_semaphore, refuses_more_permits_than_in_the_beginning) {
  bounded_semaphore s(2);
  EXPECT_THROW(s.release(), value_error);
  s.acquire();
  EXPECT_THROW(s.release(2), value_error);
  s.release();
  EXPECT_THROW(s.release(), value_error);
}

TEST(semaphore, no_more_than_the_permits_are_inside_under_load) {
  bounded_semaphore s(2);
  std::atomic<int> inside = 0, most = 0;
  {
    std::vector<std::jthread> all;
    for (int t = 0; t < 5; ++t)
      all.emplace_back([&] {
        for (int i = 0; i < 1000; ++i) {
          std::lock_guard one(s);
          int now = ++inside;
          for (int seen = most; now > seen && !most.compare_exchange_weak(seen, now);) {
          }
          --inside;
        }
      });
  }
  EXPECT_LE(most, 2);
  EXPECT_TRUE(s.try_acquire());
}

TEST(semaphore, no_wake_up_is_lost_under_load) {
  semaphore ping(0), pong(0);
  std::jthread other([&] {
    for (int i = 0; i < 5000; ++i) {
      ping.acquire();
      pong.release();
    }
  });
  for (int i = 0; i < 5000; ++i) {
    ping.release();
    ASSERT_TRUE(pong.acquire(1h));
  }
}

TEST(semaphore, timeouts_and_releases_at_once_lose_no_permit) {
  semaphore s(0);
  std::atomic<int> got = 0;
  {
    std::vector<std::jthread> all;
    for (int t = 0; t < 3; ++t)
      all.emplace_back([&] {
        for (int i = 0; i < 300; ++i)
          got += s.acquire(50us);
      });
    for (int i = 0; i < 300; ++i) {
      s.release();
      std::this_thread::sleep_for(20us);
    }
  }
  while (s.try_acquire())
    ++got;
  EXPECT_EQ(got, 300);
}

} // namespace
