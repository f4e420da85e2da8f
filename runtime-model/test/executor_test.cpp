//===- executor_test.cpp - tests of executor.h ---------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/executor.h"
#include <algorithm>
#include <deque>
#include <gtest/gtest.h>
#include <iterator>
#include <list>
#include <memory>
#include <string>
#include <vector>

using namespace heddle::rt;
using namespace std::chrono_literals;

namespace {

/// Runs nothing until told.
class lazy_executor final : public executor {
public:
  void shutdown(bool, bool) override {}
  void run_all() {
    for (; !queue.empty(); queue.pop_front())
      queue.front()->run();
  }
  std::deque<std::shared_ptr<detail::task_base>> queue;

private:
  void enqueue(std::shared_ptr<detail::task_base> work) override { queue.push_back(std::move(work)); }
};

TEST(submit, copies_callable_and_arguments) {
  lazy_executor e;
  std::string text = "ab";
  int number = 1;
  auto f = e.submit([](std::string s, int &n, std::unique_ptr<int> p) { return s + std::to_string(n += *p); }, text,
                    std::ref(number), std::make_unique<int>(4));
  text = "changed";
  EXPECT_FALSE(f.done());
  e.run_all();
  EXPECT_EQ(f.result(), "ab5");
  EXPECT_EQ(number, 5);
}

TEST(submit, results_of_all_kinds) {
  lazy_executor e;
  int number = 1;
  auto nothing = e.submit([] {});
  auto refers = e.submit([&]() -> int & { return number; });
  auto moves = e.submit([] { return std::make_unique<int>(3); });
  auto fails = e.submit([]() -> int { throw error("no"); });
  e.run_all();
  nothing.result();
  EXPECT_EQ(&refers.result(), &number);
  EXPECT_EQ(*std::move(moves).result(), 3);
  EXPECT_THROW(fails.result(), error);
}

TEST(submit, what_the_call_holds_is_gone_when_the_result_is_there) {
  lazy_executor e;
  auto held = std::make_shared<int>(1);
  bool gone = false;
  auto good = e.submit([held] { return *held; });
  good.add_done_callback([&](auto) { gone = held.use_count() == 1; });
  e.run_all();
  EXPECT_TRUE(gone);
  auto bad = e.submit([held] { throw error("no"); });
  bad.add_done_callback([&](auto) { gone = gone && held.use_count() == 1; });
  e.run_all();
  EXPECT_TRUE(gone);
}

TEST(submit, cancelled_work_is_not_run) {
  lazy_executor e;
  bool ran = false;
  auto f = e.submit([&] { ran = true; });
  EXPECT_TRUE(f.cancel());
  e.run_all();
  EXPECT_FALSE(ran);
}

TEST(map, gives_the_results_in_the_order_of_the_items) {
  lazy_executor e;
  std::vector numbers{1, 2, 3};
  auto squares = e.map([](int x) { return x * x; }, numbers);
  EXPECT_EQ(squares.size(), 3u);
  e.run_all();
  std::vector<int> all;
  std::ranges::copy(squares, std::back_inserter(all));
  EXPECT_EQ(all, (std::vector{1, 4, 9}));
  static_assert(std::ranges::input_range<map_results<int>>);
}

TEST(map, takes_several_ranges_up_to_the_shortest) {
  lazy_executor e;
  std::vector numbers{1, 2, 3};
  std::list<std::string> words{"a", "b"};
  auto results = e.map([](int x, const std::string &s) { return s + std::to_string(x); }, numbers, words);
  e.run_all();
  std::vector<std::string> all;
  for (const std::string &one : results)
    all.push_back(one);
  EXPECT_EQ(all, (std::vector<std::string>{"a1", "b2"}));
}

TEST(map, an_exception_comes_where_its_result_would) {
  lazy_executor e;
  std::vector numbers{1, 0};
  auto results = e.map([](int x) { return x ? x : throw error("zero"); }, numbers);
  e.run_all();
  auto at = results.begin();
  EXPECT_EQ(*at, 1);
  ++at;
  EXPECT_THROW(*at, error);
}

TEST(map, has_a_timeout_for_the_whole) {
  lazy_executor e;
  std::vector numbers{1};
  auto results = e.map({.limit = 5ms}, [](int x) { return x; }, numbers);
  EXPECT_THROW(*results.begin(), timeout_error);
}

TEST(map, cancels_what_has_not_begun_when_it_is_dropped) {
  lazy_executor e;
  std::vector numbers{1, 2};
  int ran = 0;
  {
    auto results = e.map([&](int) { ++ran; }, numbers);
  }
  e.run_all();
  EXPECT_EQ(ran, 0);
}

TEST(map, of_nothing) {
  lazy_executor e;
  auto results = e.map([](int x) { return x; }, std::vector<int>());
  EXPECT_TRUE(results.begin() == results.end());
}

} // namespace
