//===- thread_pool_executor_test.cpp - tests of thread_pool_executor.h ---===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/event.h"
#include "heddle/rt/thread_pool_executor.h"
#include <atomic>
#include <gtest/gtest.h>
#include <mutex>
#include <set>
#include <vector>

using namespace heddle::rt;
using namespace std::chrono_literals;

namespace {

TEST(pool, computes_results) {
  thread_pool_executor pool(3);
  std::vector<future<int>> futures;
  for (int i = 0; i < 10; ++i)
    futures.push_back(pool.submit([](int x) { return x * x; }, i));
  for (int i = 0; i < 10; ++i)
    EXPECT_EQ(futures[i].result(), i * i);
  EXPECT_THROW(pool.submit([] { throw std::domain_error("no"); }).result(), std::domain_error);
}

TEST(pool, makes_threads_only_when_none_is_idle) {
  event go; // outlives the pools
  thread_pool_executor pool(4), large(1000);
  EXPECT_EQ(pool.worker_count(), 0u);
  // A worker that has just finished is not idle yet, but some time one will be.
  std::size_t before;
  do {
    before = large.worker_count();
    large.submit([] {}).result();
    std::this_thread::sleep_for(1ms);
  } while (large.worker_count() > before && before < 1000);
  EXPECT_LT(before, 1000u);
  std::vector<future<void>> waiting;
  for (int i = 0; i < 10; ++i)
    waiting.push_back(pool.submit([&] { go.wait(); }));
  EXPECT_EQ(pool.worker_count(), 4u);
  go.set();
}

TEST(pool, runs_no_more_than_its_workers_at_once) {
  std::atomic<int> inside = 0, most = 0;
  {
    thread_pool_executor pool(3);
    for (int i = 0; i < 60; ++i)
      pool.submit([&] {
        int now = ++inside;
        for (int seen = most; now > seen && !most.compare_exchange_weak(seen, now);) {
        }
        this_thread::sleep_for(100us);
        --inside;
      });
  }
  EXPECT_LE(most, 3);
}

TEST(pool, names_its_threads) {
  thread_pool_executor pool({.max_workers = 1, .thread_name_prefix = "crawler"});
  EXPECT_EQ(pool.submit([] { return current_thread().name(); }).result(), "crawler_0");
  thread_pool_executor other(1);
  EXPECT_TRUE(other.submit([] { return current_thread().name(); }).result().starts_with("ThreadPoolExecutor-"));
}

TEST(pool, has_workers_by_default_and_needs_one) {
  EXPECT_EQ(thread_pool_executor().max_workers(), std::min(32u, std::thread::hardware_concurrency() + 4));
  EXPECT_THROW(thread_pool_executor(0), value_error);
}

TEST(pool, each_thread_is_initialized_before_its_first_task) {
  static thread_local int prepared = 0;
  std::atomic<int> calls = 0;
  thread_pool_executor pool({.max_workers = 2, .initializer = [&] {
                               prepared = 1;
                               ++calls;
                             }});
  for (int i = 0; i < 10; ++i)
    EXPECT_EQ(pool.submit([] { return prepared; }).result(), 1);
  pool.shutdown(); // the second thread may have come too late for a task
  EXPECT_EQ(calls, static_cast<int>(pool.worker_count()));
}

TEST(pool, an_initializer_that_fails_breaks_it) {
  event go;
  thread_pool_executor pool({.max_workers = 1, .initializer = [&] {
                               go.wait();
                               throw std::domain_error("no");
                             }});
  auto first = pool.submit([] {}), second = pool.submit([] {});
  EXPECT_TRUE(second.cancel());
  go.set();
  EXPECT_THROW(first.result(), broken_thread_pool);
  EXPECT_TRUE(second.cancelled());
  EXPECT_THROW(pool.submit([] {}), broken_executor);
}

TEST(pool, shutdown_refuses_new_work_and_does_the_old) {
  thread_pool_executor pool(1);
  std::atomic<int> done = 0;
  for (int i = 0; i < 5; ++i)
    pool.submit([&] { ++done; });
  pool.shutdown();
  EXPECT_EQ(done, 5);
  EXPECT_THROW(pool.submit([] {}), misuse_error);
  EXPECT_THROW(pool.map([](int) {}, std::vector{1}), misuse_error);
  pool.shutdown();
}

TEST(pool, shutdown_may_cancel_what_has_not_begun) {
  event begun, go;
  thread_pool_executor pool(1);
  auto running = pool.submit([&] {
    begun.set();
    go.wait();
  });
  auto waiting = pool.submit([] {});
  begun.wait();
  pool.shutdown(false, true);
  EXPECT_TRUE(waiting.cancelled());
  EXPECT_TRUE(running.running());
  go.set();
  running.result();
}

TEST(pool, destruction_waits_for_queued_work) {
  std::atomic<int> done = 0;
  {
    thread_pool_executor pool(2);
    for (int i = 0; i < 20; ++i)
      pool.submit([&] {
        this_thread::sleep_for(200us);
        ++done;
      });
  }
  EXPECT_EQ(done, 20);
}

TEST(pool, a_task_may_submit_but_not_shut_down_and_wait) {
  thread_pool_executor pool(1);
  future<int> inner;
  pool.submit([&] { inner = pool.submit([] { return 2; }); }).result();
  EXPECT_EQ(inner.result(), 2);
  EXPECT_THROW(pool.submit([&] { pool.shutdown(); }).result(), misuse_error);
}

TEST(pool, a_task_that_waits_for_one_behind_it_is_told) {
  thread_pool_executor pool(1);
  auto outer = pool.submit([&] { return pool.submit([] { return 1; }).result(); });
  EXPECT_THROW(outer.result(), deadlock_error);
  auto asks = pool.submit([&] { return pool.submit([] {}).wait(); });
  EXPECT_THROW(asks.result(), deadlock_error);
}

TEST(pool, workers_that_all_wait_for_each_other_are_told) {
  event both;
  thread_pool_executor pool(2);
  auto wait_for_inner = [&] {
    both.wait();
    return pool.submit([] { return 1; }).result();
  };
  auto a = pool.submit(wait_for_inner), b = pool.submit(wait_for_inner);
  both.set();
  int told = 0, sum = 0;
  for (auto &one : {a, b}) {
    try {
      sum += one.result();
    } catch (const deadlock_error &) {
      ++told;
    }
  }
  EXPECT_EQ(told + sum, 2); // one at most; the other goes on when its turn comes
  EXPECT_LE(told, 1);
}

TEST(pool, waits_that_can_end_are_no_deadlock) {
  thread_pool_executor pool(2), other(1);
  auto waits = pool.submit([&] { return pool.submit([] { return 1; }).result(); });
  EXPECT_EQ(waits.result(), 1);
  EXPECT_EQ(other.submit([&] { return pool.submit([] { return 2; }).result(); }).result(), 2);
  thread_pool_executor single(1);
  auto timed = single.submit([&] { return single.submit([] { return 1; }).wait(5ms); });
  EXPECT_FALSE(timed.result());
}

TEST(pool, map_runs_side_by_side) {
  thread_pool_executor pool(3);
  std::vector numbers{1, 2, 3, 4, 5};
  int sum = 0;
  for (int square : pool.map([](int x) { return x * x; }, numbers))
    sum += square;
  EXPECT_EQ(sum, 55);
}

TEST(pool, submits_from_many_threads_under_load) {
  std::atomic<long> sum = 0;
  {
    thread_pool_executor pool(3);
    std::vector<thread> all;
    for (int t = 0; t < 3; ++t)
      all.emplace_back([&] {
        for (int i = 0; i < 2000; ++i)
          pool.submit([&, i] { sum += i; });
      });
  }
  EXPECT_EQ(sum, 3L * 1999 * 2000 / 2);
}

TEST(pool, cancels_and_shutdown_at_once_lose_no_task_under_load) {
  for (int round = 0; round < 60; ++round) {
    thread_pool_executor pool(2);
    std::vector<future<int>> futures;
    for (int i = 0; i < 50; ++i)
      futures.push_back(pool.submit([] { return 1; }));
    thread cancels([&] {
      for (auto &f : futures)
        f.cancel();
    });
    thread closes([&] { pool.shutdown(round % 2, round % 3 == 0); });
    int ends = 0;
    for (auto &f : futures) {
      try {
        ends += f.result();
      } catch (const cancelled_error &) {
        ++ends;
      }
    }
    EXPECT_EQ(ends, 50);
  }
}

TEST(pool, submit_and_shutdown_at_once_lose_no_task) {
  for (int round = 0; round < 60; ++round) {
    thread_pool_executor pool(2);
    std::atomic<int> ran = 0;
    int taken = 0;
    thread submits([&] {
      try {
        for (int i = 0; i < 200; ++i, ++taken)
          pool.submit([&] { ++ran; });
      } catch (const misuse_error &) {
      }
    });
    pool.shutdown();
    submits.join();
    pool.shutdown();
    EXPECT_EQ(ran, taken);
  }
}

} // namespace
