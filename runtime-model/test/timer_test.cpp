//===- timer_test.cpp - tests of timer.h ---------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/error.h"
#include "heddle/rt/timer.h"
#include <atomic>
#include <gtest/gtest.h>
#include <memory>
#include <vector>

using namespace heddle::rt;
using namespace std::chrono_literals;

namespace {

TEST(timer, calls_when_the_time_has_come_and_not_before) {
  auto begin = clock::now();
  clock::time_point called;
  timer t(20ms, [&](std::unique_ptr<int>) { called = clock::now(); }, std::make_unique<int>(1));
  t.join();
  EXPECT_GE(called - begin, 20ms);
  EXPECT_FALSE(t.is_alive());
}

TEST(timer, a_cancelled_one_never_calls) {
  std::atomic<bool> called = false;
  timer t(1h, [&] { called = true; });
  EXPECT_FALSE(t.join(1ms));
  EXPECT_TRUE(t.is_alive());
  t.cancel();
  t.join();
  t.cancel();
  EXPECT_FALSE(called);
}

TEST(timer, a_cancel_after_the_call_does_nothing) {
  std::atomic<bool> called = false;
  timer t(0ms, [&] { called = true; });
  t.join();
  t.cancel();
  EXPECT_TRUE(called);
}

TEST(timer, destruction_cancels) {
  std::atomic<bool> called = false;
  {
    timer t(1h, [&] { called = true; });
  }
  EXPECT_FALSE(called);
}

TEST(timer, destruction_waits_for_a_call_that_has_begun) {
  std::atomic<bool> begun = false, done = false;
  {
    timer t(0ms, [&] {
      begun = true;
      this_thread::sleep_for(5ms);
      done = true;
    });
    while (!begun)
      this_thread::sleep_for(1ms);
  }
  EXPECT_TRUE(done);
}

TEST(timer, join_rethrows) {
  timer t(0ms, [] { throw error("no"); });
  EXPECT_THROW(t.join(), error);
}

TEST(timer, moves) {
  std::atomic<int> calls = 0;
  timer a(1h, [&] { calls += 10; });
  a = timer(0ms, [&] { ++calls; }); // the first is cancelled
  timer b = std::move(a);
  b.join();
  EXPECT_EQ(calls, 1);
}

TEST(timer, cancel_and_call_at_once_under_load) {
  std::atomic<int> calls = 0;
  for (int i = 0; i < 200; ++i) {
    int before = calls;
    timer t(0ms, [&] { ++calls; });
    t.cancel();
    t.join();
    EXPECT_LE(calls, before + 1);
  }
}

} // namespace
