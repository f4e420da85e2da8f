//===- local_test.cpp - tests of local.h ---------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/error.h"
#include "heddle/rt/local.h"
#include "heddle/rt/thread.h"
#include <atomic>
#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <utility>
#include <vector>

using namespace heddle::rt;

namespace {

TEST(local, each_thread_has_its_own) {
  local<int> value;
  *value = 1;
  thread([&] {
    EXPECT_FALSE(value.has_value());
    EXPECT_EQ(*value, 0);
    *value = 2;
    EXPECT_EQ(value.size(), 2u);
  }).join();
  EXPECT_EQ(*value, 1);
  EXPECT_EQ(value.size(), 1u);
}

TEST(local, each_object_has_its_own) {
  local<std::string> a([] { return "a"; }), b([] { return "b"; });
  EXPECT_EQ(*a + *b, "ab");
  EXPECT_EQ(a->size(), 1u);
}

struct counted {
  explicit counted(std::atomic<int> &all) : alive(&all) { ++*alive; }
  counted(counted &&other) noexcept : alive(other.alive) { ++*alive; }
  ~counted() { --*alive; }
  std::atomic<int> *alive;
};

TEST(local, values_die_with_their_thread) {
  std::atomic<int> alive = 0;
  local<counted> value([&] { return counted(alive); });
  value.get();
  thread([&] {
    value.get();
    EXPECT_EQ(alive, 2);
  }).join();
  EXPECT_EQ(alive, 1);
}

TEST(local, values_die_with_the_object) {
  std::atomic<int> alive = 0;
  std::atomic<bool> made = false, go = false;
  auto value = std::make_unique<local<counted>>([&] { return counted(alive); });
  thread t([&] {
    value->get();
    made = true;
    while (!go)
      this_thread::sleep_for(std::chrono::milliseconds(1));
  });
  while (!made)
    this_thread::sleep_for(std::chrono::milliseconds(1));
  value.reset();
  EXPECT_EQ(alive, 0);
  go = true;
}

TEST(local, a_new_object_does_not_see_the_values_of_an_old_one) {
  for (int i = 0; i < 5; ++i) {
    local<int> value;
    EXPECT_EQ(*value, 0);
    *value = 1;
  }
}

TEST(local, a_dying_value_may_ask_for_another) {
  local<int> last;
  struct asks {
    local<int> *other;
    ~asks() {
      if (other)
        ++**other;
    }
    explicit asks(local<int> &to) : other(&to) {}
    asks(asks &&from) noexcept : other(std::exchange(from.other, nullptr)) {}
  };
  local<asks> first([&] { return asks(last); });
  thread([&] { first.get(); }).join();
  EXPECT_EQ(last.size(), 0u);
}

TEST(local, a_maker_that_throws_leaves_no_value) {
  int tries = 0;
  local<int> value([&]() -> int {
    if (++tries == 1)
      throw error("no");
    return 4;
  });
  EXPECT_THROW(value.get(), error);
  EXPECT_FALSE(value.has_value());
  EXPECT_EQ(*value, 4);
}

TEST(local, threads_and_objects_come_and_go_under_load) {
  local<int> shared;
  std::vector<thread> all;
  for (int t = 0; t < 20; ++t)
    all.emplace_back([&] {
      for (int i = 0; i < 50; ++i) {
        local<std::vector<int>> own;
        own->push_back(i);
        ++*shared;
      }
      EXPECT_EQ(*shared, 50);
    });
  all.clear();
  EXPECT_EQ(shared.size(), 0u);
}

} // namespace
