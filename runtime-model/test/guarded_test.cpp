//===- guarded_test.cpp - tests of guarded.h -----------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/guarded.h"
#include "heddle/rt/ranked_lock.h"
#include <gtest/gtest.h>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <vector>

using namespace heddle::rt;
using namespace std::chrono_literals;

namespace {

TEST(guarded, with_returns_what_the_call_returns) {
  guarded<std::string> text("ab");
  EXPECT_EQ(text.with([](std::string &s) { return (s += "c").size(); }), 3u);
  const auto &read_only = text;
  EXPECT_EQ(read_only.with([](const std::string &s) { return s; }), "abc");
  EXPECT_EQ(text.copy(), "abc");
}

TEST(guarded, the_guard_is_a_pointer_that_holds_the_lock) {
  guarded<std::map<int, int>> scores;
  {
    auto map = scores.lock();
    (*map)[7] = 1;
    map->emplace(3, 2);
    std::jthread([&] { EXPECT_FALSE(scores.try_lock()); }).join();
  }
  EXPECT_TRUE(scores.try_lock());
  EXPECT_EQ(scores.lock()->size(), 2u);
}

TEST(guarded, a_guard_moves_with_its_lock) {
  guarded value(1);
  auto first = value.lock();
  auto second = std::move(first);
  EXPECT_FALSE(first); // NOLINT(bugprone-use-after-move): this is what is tested
  EXPECT_TRUE(second);
  std::jthread([&] { EXPECT_FALSE(value.try_lock(1ms)); }).join();
}

TEST(guarded, an_exception_releases_the_lock) {
  guarded value(1);
  EXPECT_THROW(value.with([](int &) { throw error("no"); }), error);
  EXPECT_TRUE(value.try_lock());
}

TEST(guarded, using_it_inside_itself_is_an_error) {
  guarded value(1);
  EXPECT_THROW(value.with([&](int &) { value.with([](int &) {}); }), deadlock_error);
}

TEST(guarded, holds_what_only_moves) {
  guarded<std::unique_ptr<int>> value(std::make_unique<int>(5));
  EXPECT_EQ(**value.lock(), 5);
}

TEST(guarded, takes_other_locks) {
  guarded<int, recursive_lock> value(1);
  value.with([&](int &) { value.with([](int &inner) { ++inner; }); });
  EXPECT_EQ(value.copy(), 2);
}

TEST(guarded, excludes_others_under_load) {
  guarded counter(0L);
  {
    std::vector<std::jthread> all;
    for (int t = 0; t < 4; ++t)
      all.emplace_back([&] {
        for (int i = 0; i < 3000; ++i)
          counter.with([](long &n) { ++n; });
      });
  }
  EXPECT_EQ(counter.copy(), 12000);
}

} // namespace
