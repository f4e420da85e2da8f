//===- mp_queue_test.cpp - queues between processes, shared memory -------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/mp/queue.h"
#include "heddle/rt/mp/shared_memory.h"
#include "heddle/rt/mp/value.h"
#include "heddle/rt/thread.h"
#include "mp_test.h"
#include <system_error>

namespace rt = heddle::rt;
using mp::process;
using mp::start_method;

namespace {

class Queues : public NothingLeft, public ::testing::WithParamInterface<start_method> {};

INSTANTIATE_TEST_SUITE_P(Start, Queues, ::testing::Values(start_method::fork, start_method::spawn),
                         [](const auto &info) { return info.param == start_method::fork ? "Fork" : "Spawn"; });

TEST_P(Queues, ManyToMany) {
  mp::queue<int> in(10);
  mp::queue<long> out;
  std::vector<process> all;
  for (int i = 0; i < 2; ++i)
    all.emplace_back(
        mp::process_options{.method = GetParam()},
        [](mp::queue<int> from, mp::queue<long> to) {
          long sum = 0;
          while (int item = from.get())
            sum += item;
          to.put(sum);
        },
        in, out);
  for (int i = 1; i <= 2000; ++i)
    in.put(i);
  in.put(0);
  in.put(0);
  EXPECT_EQ(out.get() + out.get(), 2000l * 2001 / 2);
}

TEST_P(Queues, WhatWasPutOutlivesItsProcess) {
  mp::queue<std::string> q;
  process p({.method = GetParam()}, [](mp::queue<std::string> to) { to.put("kept"), std::raise(SIGKILL); }, q);
  p.join();
  EXPECT_EQ(q.get(), "kept");
}

TEST_P(Queues, JoinWaitsForTheWork) {
  mp::joinable_queue<int> q;
  mp::value<int> sum(0);
  process p(
      {.daemon = true, .method = GetParam()},
      [](mp::joinable_queue<int> from, mp::value<int> total) {
        while (true) {
          int item = from.get();
          total.update([&](int &n) { n += item; });
          from.task_done();
        }
      },
      q, sum);
  for (int i = 0; i < 10; ++i)
    q.put(i);
  EXPECT_TRUE(q.join());
  EXPECT_EQ(sum.get(), 45);
}

TEST_P(Queues, Simple) {
  mp::simple_queue<std::vector<int>> q;
  process p({.method = GetParam()}, [](mp::simple_queue<std::vector<int>> to) { to.put({1, 2}); }, q);
  EXPECT_EQ(q.get(), (std::vector{1, 2}));
  EXPECT_TRUE(q.empty());
}

class QueueRules : public NothingLeft {};

TEST_F(QueueRules, FullAndEmpty) {
  mp::queue<int> q(2);
  EXPECT_TRUE(q.empty());
  EXPECT_THROW(q.get_nowait(), rt::queue_empty);
  EXPECT_THROW(q.get(1ms), rt::queue_empty);
  q.put(1);
  q.put(2);
  EXPECT_TRUE(q.full());
  EXPECT_EQ(q.qsize(), 2u);
  EXPECT_EQ(q.maxsize(), 2u);
  EXPECT_THROW(q.put_nowait(3), rt::queue_full);
  EXPECT_THROW(q.put(3, 1ms), rt::queue_full);
  EXPECT_EQ(q.get(), 1);
  EXPECT_EQ(q.get(), 2);
}

TEST_F(QueueRules, FullByBytes) {
  mp::queue<std::string> q({.capacity = 100});
  EXPECT_THROW(mp::queue<int>({.capacity = 8}), rt::value_error);
  EXPECT_THROW(q.put(std::string(100, 'x')), mp::message_too_large);
  q.put(std::string(50, 'x'));
  EXPECT_THROW(q.put_nowait(std::string(50, 'y')), rt::queue_full);
  rt::thread getter([&] {
    rt::this_thread::sleep_for(2ms);
    EXPECT_EQ(q.get(), std::string(50, 'x'));
  });
  q.put(std::string(50, 'y'));
  EXPECT_EQ(q.get(), std::string(50, 'y'));
}

TEST_F(QueueRules, MessagesOfAllLengthsGoRoundTheRing) {
  mp::queue<std::string> q({.capacity = 1000});
  std::size_t put = 0;
  std::size_t got = 0;
  while (got < 500) {
    try {
      while (true) {
        q.put_nowait(std::string(put * 37 % 300, static_cast<char>('a' + put % 26)));
        ++put;
      }
    } catch (const rt::queue_full &) {
    }
    for (int i = 0; i < 2; ++i, ++got)
      ASSERT_EQ(q.get(), std::string(got * 37 % 300, static_cast<char>('a' + got % 26)));
  }
}

TEST_F(QueueRules, Closed) {
  mp::queue<int> q;
  q.put(1);
  process p([&] { throw mp::process_exit{q.get()}; });
  p.join();
  EXPECT_EQ(p.exitcode(), 1);
  q.close();
  EXPECT_THROW(q.put(1), rt::value_error);
  EXPECT_THROW(q.get(), rt::value_error);
}

TEST_F(QueueRules, TaskDoneTooOften) {
  mp::joinable_queue<int> q;
  EXPECT_TRUE(q.join()) << "nothing to wait for";
  q.put(1);
  q.get();
  EXPECT_FALSE(q.join(1ms));
  q.task_done();
  EXPECT_THROW(q.task_done(), rt::value_error);
}

/// Whoever is killed in the middle of put() has put nothing, or all of it.
TEST_F(QueueRules, KillsTearNoMessage) {
  mp::queue<std::string> q({.maxsize = 4});
  for (int i = 0; i < 40; ++i) {
    process p([&] {
      while (true)
        q.put(std::string(20000, 'z'));
    });
    for (int taken = 0; taken < i % 5; ++taken)
      ASSERT_EQ(q.get(10s), std::string(20000, 'z'));
    p.kill();
    p.join();
    while (!q.empty())
      ASSERT_EQ(q.get(10s), std::string(20000, 'z'));
    q.put("whole");
    ASSERT_EQ(q.get(10s), "whole");
  }
}

// --- arrays, shared memory ---

class SharedMemory : public NothingLeft {};

TEST_F(SharedMemory, Arrays) {
  struct point {
    double x, y;
  };
  static_assert(mp::shareable<point> && !mp::shareable<int *> && !mp::shareable<std::string>);
  mp::array<point> points(3);
  process p([&] { points.set(1, {1, 2}); });
  p.join();
  EXPECT_EQ(points.get(1).y, 2);
  EXPECT_EQ(points.get(0).x, 0);
  EXPECT_EQ(points.size(), 3u);
  EXPECT_THROW(points.get(3), std::out_of_range);
}

TEST_F(SharedMemory, FoundByName) {
  auto block = mp::shared_memory::create(100);
  EXPECT_GE(block.size(), 100u);
  process p(
      {.method = start_method::spawn},
      [](std::string name) {
        auto same = mp::shared_memory::open(name);
        same.buf()[7] = std::byte(9);
      },
      block.name());
  p.join();
  EXPECT_EQ(p.exitcode(), 0);
  EXPECT_EQ(block.buf()[7], std::byte(9));
}

TEST_F(SharedMemory, NamesAndTheirEnd) {
  std::string name;
  {
    auto block = mp::shared_memory::create(10, "heddle-rt-test-name");
    name = block.name();
    EXPECT_THROW(mp::shared_memory::create(10, name), std::system_error) << "it exists";
    auto moved = std::move(block);
    process p([&] { auto copy = std::move(moved); }); // a forked child does not unlink
    p.join();
    EXPECT_NO_THROW(mp::shared_memory::open(name));
    moved.close();
    moved.close();
    EXPECT_THROW(moved.buf(), rt::misuse_error);
  }
  EXPECT_THROW(mp::shared_memory::open(name), std::system_error) << "gone with its creator";
  mp::shared_memory::create(10, name).keep();
  mp::shared_memory::open(name).unlink();
  EXPECT_THROW(mp::shared_memory::open(name), std::system_error);
  EXPECT_THROW(mp::shared_memory::create(0), rt::value_error);
}

} // namespace
