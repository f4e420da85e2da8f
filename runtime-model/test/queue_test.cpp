//===- queue_test.cpp - tests of queue.h ---------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/queue.h"
#include "heddle/rt/thread.h"
#include <atomic>
#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <vector>

using namespace heddle::rt;
using namespace std::chrono_literals;

namespace {

template <class Queue> std::vector<int> drained(Queue &q) {
  std::vector<int> all;
  while (auto item = q.try_get())
    all.push_back(*item);
  return all;
}

template <class Queue> std::vector<int> order_of() {
  Queue q;
  for (int item : {3, 1, 2})
    q.put(item);
  return drained(q);
}

TEST(queue, orders) {
  EXPECT_EQ(order_of<queue<int>>(), (std::vector{3, 1, 2}));
  EXPECT_EQ(order_of<lifo_queue<int>>(), (std::vector{2, 1, 3}));
  EXPECT_EQ(order_of<priority_queue<int>>(), (std::vector{1, 2, 3}));
  EXPECT_EQ((order_of<priority_queue<int, std::greater<>>>()), (std::vector{3, 2, 1}));
  EXPECT_EQ(order_of<simple_queue<int>>(), (std::vector{3, 1, 2}));
}

template <class Queue> class bounded : public testing::Test {};
using bounded_types = testing::Types<queue<int>, lifo_queue<int>, priority_queue<int>>;
TYPED_TEST_SUITE(bounded, bounded_types);

TYPED_TEST(bounded, has_a_size_and_a_limit) {
  TypeParam q(2);
  EXPECT_EQ(q.maxsize(), 2u);
  EXPECT_TRUE(q.empty());
  q.put(1);
  EXPECT_FALSE(q.empty() || q.full());
  q.put_nowait(2);
  EXPECT_TRUE(q.full());
  EXPECT_EQ(q.qsize(), 2u);
}

TYPED_TEST(bounded, a_full_one_refuses) {
  TypeParam q(1);
  q.put(1);
  EXPECT_THROW(q.put_nowait(2), queue_full);
  EXPECT_FALSE(q.try_put(2));
  auto begin = clock::now();
  EXPECT_THROW(q.put(2, 20ms), queue_full);
  EXPECT_GE(clock::now() - begin, 20ms);
  EXPECT_EQ(q.get(), 1);
  EXPECT_TRUE(q.try_put(3));
}

TYPED_TEST(bounded, an_empty_one_has_nothing_to_get) {
  TypeParam q;
  EXPECT_THROW(q.get_nowait(), queue_empty);
  EXPECT_EQ(q.try_get(), std::nullopt);
  auto begin = clock::now();
  EXPECT_THROW(q.get(20ms), queue_empty);
  EXPECT_GE(clock::now() - begin, 20ms);
  EXPECT_FALSE(q.full());
}

TYPED_TEST(bounded, put_waits_for_room) {
  TypeParam q(1);
  q.put(1);
  thread puts([&] { q.put(2); });
  EXPECT_FALSE(puts.join(5ms));
  EXPECT_EQ(q.get(), 1);
  puts.join();
  EXPECT_EQ(q.get(), 2);
}

TYPED_TEST(bounded, get_waits_for_an_item) {
  TypeParam q;
  int got = 0;
  thread gets([&] { got = q.get(1h); });
  EXPECT_FALSE(gets.join(5ms));
  q.put(7);
  gets.join();
  EXPECT_EQ(got, 7);
}

TYPED_TEST(bounded, join_waits_until_all_items_are_dealt_with) {
  TypeParam q;
  EXPECT_TRUE(q.join());
  q.put(1);
  q.put(2);
  q.get();
  q.get();
  q.task_done();
  EXPECT_FALSE(q.join(5ms));
  thread joins([&] { q.join(); });
  q.task_done();
  joins.join();
  EXPECT_THROW(q.task_done(), value_error);
}

TEST(queue, holds_what_only_moves_and_keeps_what_it_refuses) {
  queue<std::unique_ptr<int>> q(1);
  q.put(std::make_unique<int>(1));
  auto second = std::make_unique<int>(2);
  EXPECT_FALSE(q.try_put(std::move(second)));
  ASSERT_TRUE(second); // NOLINT(bugprone-use-after-move): it was not taken
  EXPECT_EQ(*q.get(), 1);
  EXPECT_TRUE(q.try_put(std::move(second)));
  simple_queue<std::unique_ptr<int>> simple;
  simple.put(q.get());
  EXPECT_EQ(*simple.get(), 2);
}

TEST(simple_queue, gets_and_times_out) {
  simple_queue<int> q;
  EXPECT_THROW(q.get_nowait(), queue_empty);
  EXPECT_THROW(q.get(5ms), queue_empty);
  EXPECT_EQ(q.try_get(), std::nullopt);
  thread puts([&] { q.put(1); });
  EXPECT_EQ(q.get(), 1);
  EXPECT_TRUE(q.empty());
  EXPECT_EQ(q.qsize(), 0u);
}

TEST(queue, a_request_to_stop_ends_a_get_when_there_is_nothing_left) {
  queue<int> q;
  simple_queue<int> simple;
  std::atomic<int> got = 0;
  {
    thread worker([&](std::stop_token stop) {
      while (auto item = q.get(stop)) {
        got += *item;
        q.task_done();
      }
    });
    thread other([&](std::stop_token stop) {
      while (auto item = simple.get(stop))
        got += *item;
    });
    for (int i = 0; i < 10; ++i) {
      q.put(1);
      simple.put(1);
    }
    q.join();
  }
  EXPECT_EQ(got, 20);
}

TEST(queue, every_item_arrives_once_under_load) {
  constexpr int producers = 3, consumers = 3, each = 2000;
  queue<int> q(4);
  std::atomic<long> sum = 0;
  std::vector<thread> all;
  for (int c = 0; c < consumers; ++c)
    all.emplace_back([&] {
      for (int item = q.get(); item >= 0; item = q.get()) {
        sum += item;
        q.task_done();
      }
      q.task_done();
    });
  std::vector<thread> puts;
  for (int p = 0; p < producers; ++p)
    puts.emplace_back([&] {
      for (int i = 0; i < each; ++i)
        q.put(i);
    });
  puts.clear();
  for (int c = 0; c < consumers; ++c)
    q.put(-1);
  q.join();
  EXPECT_EQ(sum, 1L * producers * each * (each - 1) / 2);
}

// The last task_done() must not touch the queue after join() has returned.
TEST(queue, may_be_destroyed_after_join) {
  for (int i = 0; i < 200; ++i) {
    auto q = std::make_unique<queue<int>>();
    q->put(1);
    thread worker([raw = q.get()] {
      raw->get();
      raw->task_done();
    });
    q->join();
    q.reset();
  }
}

} // namespace
