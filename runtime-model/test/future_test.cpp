//===- future_test.cpp - tests of future.h -------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/excepthook.h"
#include "heddle/rt/future.h"
#include "heddle/rt/thread.h"
#include <atomic>
#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

using namespace heddle::rt;
using namespace std::chrono_literals;

namespace {

TEST(future, gives_the_result_as_often_as_asked_to_all_its_copies) {
  promise<std::string> p;
  future<std::string> f = p.get_future(), g = f;
  EXPECT_EQ(f, g);
  EXPECT_FALSE(f.done() || f.running() || f.cancelled());
  p.set_result("42");
  EXPECT_TRUE(g.done());
  EXPECT_EQ(f.result(), "42");
  EXPECT_EQ(f.result(), "42");
  EXPECT_EQ(g.result(), "42");
  EXPECT_EQ(f.exception(), nullptr);
  EXPECT_NE(f, promise<std::string>().get_future());
  EXPECT_EQ((std::unordered_set<future<std::string>>{f, g}.size()), 1u);
}

TEST(future, waits_for_the_result) {
  promise<int> p;
  future<int> f = p.get_future();
  thread makes([&] { p.set_result(1); });
  EXPECT_EQ(f.result(), 1);
}

TEST(future, of_nothing_and_of_references) {
  promise<void> done;
  done.set_result();
  done.get_future().result();
  int number = 1;
  promise<int &> refers;
  refers.set_result(number);
  future<int &> f = refers.get_future();
  EXPECT_EQ(&f.result(), &number);
  EXPECT_EQ(&std::move(f).result(), &number);
}

TEST(future, a_value_that_only_moves_is_taken_out_once) {
  promise<std::unique_ptr<int>> p;
  p.set_result(std::make_unique<int>(3));
  future<std::unique_ptr<int>> f = p.get_future();
  EXPECT_EQ(*f.result(), 3);
  EXPECT_EQ(*p.get_future().result(), 3);
  EXPECT_THROW(f.result(), invalid_state_error);
  EXPECT_TRUE(f.done());
}

TEST(future, gives_the_exception_as_often_as_asked) {
  promise<int> p;
  future<int> f = p.get_future();
  p.set_exception(std::domain_error("no"));
  EXPECT_THROW(f.result(), std::domain_error);
  EXPECT_THROW(f.result(), std::domain_error);
  EXPECT_EQ(describe(f.exception()), "no");
  promise<int> q;
  q.set_exception(std::make_exception_ptr(7));
  EXPECT_THROW(q.get_future().result(), int);
}

TEST(future, a_timeout_is_not_early) {
  promise<int> p;
  future<int> f = p.get_future();
  auto begin = clock::now();
  EXPECT_THROW(f.result(20ms), timeout_error);
  EXPECT_GE(clock::now() - begin, 20ms);
  EXPECT_THROW(f.exception(1ms), timeout_error);
  EXPECT_FALSE(f.wait(1ms));
  EXPECT_THROW(f.result(0ms), timeout_error);
  p.set_result(1);
  EXPECT_EQ(f.result(0ms), 1);
  EXPECT_TRUE(f.wait());
}

TEST(future, an_empty_one_has_no_answers) {
  future<int> none;
  EXPECT_FALSE(none.valid());
  EXPECT_THROW(none.result(), invalid_state_error);
  EXPECT_THROW(std::move(none).result(), invalid_state_error);
  EXPECT_THROW(none.done(), invalid_state_error);
  EXPECT_THROW(none.cancel(), invalid_state_error);
}

TEST(future, pending_work_can_be_cancelled) {
  promise<int> p;
  future<int> f = p.get_future();
  EXPECT_TRUE(f.cancel());
  EXPECT_TRUE(f.cancel());
  EXPECT_TRUE(f.done() && f.cancelled());
  EXPECT_TRUE(p.cancelled());
  EXPECT_THROW(f.result(), cancelled_error);
  EXPECT_THROW(f.exception(), cancelled_error);
  EXPECT_FALSE(p.set_running_or_notify_cancel());
  EXPECT_THROW(p.set_result(1), invalid_state_error);
}

TEST(future, running_and_finished_work_cannot_be_cancelled) {
  promise<int> p;
  future<int> f = p.get_future();
  EXPECT_TRUE(p.set_running_or_notify_cancel());
  EXPECT_TRUE(f.running());
  EXPECT_FALSE(f.cancel());
  p.set_result(1);
  EXPECT_FALSE(f.running());
  EXPECT_FALSE(f.cancel());
  EXPECT_THROW(p.set_running_or_notify_cancel(), invalid_state_error);
}

TEST(promise, sets_one_result_only) {
  promise<int> p;
  p.set_result(1);
  EXPECT_THROW(p.set_result(2), invalid_state_error);
  EXPECT_THROW(p.set_exception(error("no")), invalid_state_error);
  EXPECT_EQ(p.get_future().result(), 1);
  promise<int> q;
  EXPECT_THROW(q.set_exception(std::exception_ptr()), value_error);
}

TEST(promise, a_broken_one_wakes_who_waits) {
  future<int> f;
  thread waits;
  {
    promise<int> p;
    f = p.get_future();
    waits = thread([f] { EXPECT_THROW(f.result(), broken_promise_error); });
  }
  waits.join();
  EXPECT_THROW(f.result(), broken_promise_error);
}

TEST(promise, moves) {
  promise<int> a;
  future<int> fa = a.get_future();
  promise<int> b = std::move(a);
  b.set_result(1);
  EXPECT_EQ(fa.result(), 1);
  promise<int> c;
  future<int> fc = c.get_future();
  c = promise<int>();
  EXPECT_THROW(fc.result(), broken_promise_error);
}

TEST(callbacks, are_called_once_in_order_with_the_future) {
  promise<int> p;
  future<int> f = p.get_future();
  std::vector<int> seen;
  f.add_done_callback([&](future<int> g) { seen.push_back(g.result()); });
  f.add_done_callback([&](const future<int> &g) { seen.push_back(g.result() + 1); });
  EXPECT_TRUE(seen.empty());
  p.set_result(1);
  EXPECT_EQ(seen, (std::vector{1, 2}));
  f.add_done_callback(
      [&, only_moves = std::make_unique<int>(2)](future<int> g) { seen.push_back(g.result() + *only_moves); });
  EXPECT_EQ(seen, (std::vector{1, 2, 3}));
}

TEST(callbacks, are_called_for_cancelled_and_failed_work) {
  int calls = 0;
  auto count = [&](future<int>) { ++calls; };
  {
    promise<int> cancelled, failed, broken;
    cancelled.get_future().add_done_callback(count);
    failed.get_future().add_done_callback(count);
    broken.get_future().add_done_callback(count);
    cancelled.get_future().cancel();
    failed.set_exception(error("no"));
    EXPECT_EQ(calls, 2);
  }
  EXPECT_EQ(calls, 3);
}

TEST(callbacks, what_they_throw_goes_to_the_hook_and_the_others_run) {
  std::string seen;
  int calls = 0;
  auto before = set_excepthook([&](const unhandled_exception &e) { seen = e.where + ": " + describe(e.error); });
  promise<void> p;
  p.get_future().add_done_callback([](future<void>) { throw error("no"); });
  p.get_future().add_done_callback([&](future<void>) { ++calls; });
  p.set_result();
  set_excepthook(before);
  EXPECT_EQ(seen, "callback of a future: no");
  EXPECT_EQ(calls, 1);
}

TEST(callbacks, may_drop_the_last_handle) {
  auto p = std::make_unique<promise<int>>();
  auto f = std::make_unique<future<int>>(p->get_future());
  f->add_done_callback([&](future<int>) { f.reset(); });
  p->set_result(1);
  p.reset();
  EXPECT_FALSE(f);
}

TEST(future, result_cancel_and_callbacks_at_once_under_load) {
  for (int i = 0; i < 300; ++i) {
    promise<int> p;
    future<int> f = p.get_future();
    std::atomic<int> calls = 0, ends = 0;
    {
      thread sets([&] {
        if (p.set_running_or_notify_cancel())
          p.set_result(1);
      });
      thread cancels([&] { f.cancel(); });
      thread adds([&] { f.add_done_callback([&](future<int>) { ++calls; }); });
      try {
        ends += f.result();
      } catch (const cancelled_error &) {
        ++ends;
      }
    }
    EXPECT_EQ(ends, 1);
    EXPECT_EQ(calls, 1);
  }
}

} // namespace
