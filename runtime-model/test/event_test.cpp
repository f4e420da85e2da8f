//===- event_test.cpp - tests of event.h ---------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/event.h"
#include <gtest/gtest.h>
#include <memory>
#include <thread>
#include <vector>

using namespace heddle::rt;
using namespace std::chrono_literals;

namespace {

TEST(event, is_set_and_cleared) {
  event e;
  EXPECT_FALSE(e.is_set());
  EXPECT_FALSE(e.wait(0ms));
  e.set();
  e.set();
  EXPECT_TRUE(e.is_set());
  EXPECT_TRUE(e.wait());
  e.clear();
  EXPECT_FALSE(e.is_set());
}

TEST(event, a_timeout_is_not_early) {
  event e;
  auto begin = clock::now();
  EXPECT_FALSE(e.wait(20ms));
  EXPECT_GE(clock::now() - begin, 20ms);
}

TEST(event, a_request_to_stop_ends_a_wait) {
  event e;
  std::jthread waits([&](std::stop_token stop) { EXPECT_FALSE(e.wait(stop)); });
  waits.request_stop();
  waits.join();
  std::stop_source asked;
  asked.request_stop();
  EXPECT_FALSE(e.wait(asked.get_token()));
  e.set();
  EXPECT_TRUE(e.wait(asked.get_token()));
}

TEST(event, set_wakes_all) {
  event e;
  std::atomic<int> woken = 0;
  {
    std::vector<std::jthread> all;
    for (int i = 0; i < 4; ++i)
      all.emplace_back([&] { woken += e.wait(1h); });
    e.set();
  }
  EXPECT_EQ(woken, 4);
}

TEST(event, no_set_is_lost_under_load) {
  for (int i = 0; i < 300; ++i) {
    event e;
    std::jthread sets([&] { e.set(); });
    EXPECT_TRUE(e.wait());
  }
}

// Under ThreadSanitizer and AddressSanitizer this shows that set() is done with
// the event before wait() returns.
TEST(event, may_be_destroyed_after_wait) {
  for (int i = 0; i < 300; ++i) {
    auto e = std::make_unique<event>();
    std::jthread sets([raw = e.get()] { raw->set(); });
    e->wait();
    e.reset();
  }
}

} // namespace
