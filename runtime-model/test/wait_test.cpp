//===- wait_test.cpp - tests of wait.h -----------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/thread.h"
#include "heddle/rt/thread_pool_executor.h"
#include "heddle/rt/wait.h"
#include <gtest/gtest.h>
#include <list>
#include <vector>

using namespace heddle::rt;
using namespace std::chrono_literals;

namespace {

/// Some promises and their futures.
struct several {
  explicit several(int count) : promises(count) {
    for (auto &p : promises)
      futures.push_back(p.get_future());
  }
  std::vector<promise<int>> promises;
  std::vector<future<int>> futures;
};

TEST(wait, for_all) {
  several s(2);
  thread sets([&] {
    s.promises[1].set_result(1);
    s.promises[0].set_exception(error("no"));
  });
  auto result = wait(s.futures);
  EXPECT_EQ(result.done.size(), 2u);
  EXPECT_TRUE(result.not_done.empty());
}

TEST(wait, for_the_first) {
  several s(3);
  s.promises[2].set_result(1);
  auto result = wait(s.futures, return_when::first_completed);
  EXPECT_EQ(result.done, (std::vector{s.futures[2]}));
  EXPECT_EQ(result.not_done, (std::vector{s.futures[0], s.futures[1]}));
}

TEST(wait, for_the_first_exception) {
  several s(3);
  s.promises[0].set_result(1);
  s.futures[1].cancel(); // is no exception
  EXPECT_EQ(wait(s.futures, 5ms, return_when::first_exception).done.size(), 2u);
  thread fails([&] { s.promises[2].set_exception(error("no")); });
  EXPECT_EQ(wait(s.futures, return_when::first_exception).done.size(), 3u);
  several early(2);
  early.promises[1].set_exception(error("no"));
  EXPECT_EQ(wait(early.futures, return_when::first_exception).not_done.size(), 1u);
}

TEST(wait, a_timeout_is_no_error_and_not_early) {
  several s(2);
  s.promises[0].set_result(1);
  auto begin = clock::now();
  auto result = wait(s.futures, 20ms);
  EXPECT_GE(clock::now() - begin, 20ms);
  EXPECT_EQ(result.done.size(), 1u);
  EXPECT_EQ(result.not_done, (std::vector{s.futures[1]}));
  s.promises[1].set_result(2); // nobody watches any more
}

TEST(wait, for_nothing_and_for_other_ranges) {
  EXPECT_TRUE(wait(std::vector<future<int>>(), return_when::first_completed).done.empty());
  several s(1);
  s.promises[0].set_result(1);
  EXPECT_EQ(wait(std::list<future<int>>{s.futures[0]}).done.size(), 1u);
}

TEST(as_completed, gives_futures_in_the_order_of_completion) {
  several s(3);
  s.promises[2].set_result(2);
  std::vector<future<int>> seen;
  for (future<int> &f : as_completed(s.futures)) {
    seen.push_back(f);
    if (seen.size() == 1)
      s.promises[0].set_exception(error("no"));
    if (seen.size() == 2)
      s.promises[1].set_result(1);
  }
  EXPECT_EQ(seen, (std::vector{s.futures[2], s.futures[0], s.futures[1]}));
}

TEST(as_completed, throws_when_the_next_one_is_late) {
  several s(2);
  s.promises[1].set_result(1);
  auto begin = clock::now();
  int seen = 0;
  try {
    for (future<int> &f : as_completed(s.futures, 20ms))
      seen += f.result();
    FAIL();
  } catch (const timeout_error &late) {
    EXPECT_STREQ(late.what(), "1 (of 2) futures unfinished");
  }
  EXPECT_GE(clock::now() - begin, 20ms);
  EXPECT_EQ(seen, 1);
}

TEST(as_completed, of_nothing) {
  for (future<int> &f : as_completed(std::vector<future<int>>()))
    FAIL() << f.done();
}

TEST(as_completed, keeps_the_futures_of_a_temporary_range) {
  promise<int> p;
  p.set_result(4);
  int seen = 0;
  for (future<int> &f : as_completed(std::vector{p.get_future()}))
    seen = f.result();
  EXPECT_EQ(seen, 4);
}

TEST(as_completed, each_one_once_under_load) {
  thread_pool_executor pool(3);
  for (int round = 0; round < 20; ++round) {
    std::vector<future<int>> futures;
    for (int i = 0; i < 100; ++i)
      futures.push_back(pool.submit([i] { return i; }));
    long sum = 0;
    for (future<int> &f : as_completed(futures))
      sum += f.result();
    EXPECT_EQ(sum, 4950);
  }
}

TEST(wait, leaves_while_results_come_under_load) {
  thread_pool_executor pool(3);
  for (int round = 0; round < 200; ++round) {
    std::vector<future<int>> futures;
    for (int i = 0; i < 10; ++i)
      futures.push_back(pool.submit([i] { return i; }));
    auto result = wait(futures, return_when::first_completed);
    EXPECT_GE(result.done.size(), 1u);
    EXPECT_EQ(result.done.size() + result.not_done.size(), 10u);
  }
}

} // namespace
