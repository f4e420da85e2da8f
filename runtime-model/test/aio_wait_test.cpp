//===- aio_wait_test.cpp - tests of gather, wait, timeouts and groups ----===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "aio_test.h"

namespace {

aio::task<int> after(std::chrono::milliseconds delay, int n) {
  co_await aio::sleep(delay);
  co_return n;
}
aio::task<int> fail_after(std::chrono::milliseconds delay, std::string why) {
  co_await aio::sleep(delay);
  throw std::runtime_error(why);
}
/// Done when the test says so.
aio::task<int> after_future(aio::future<> ready, int n) {
  co_await ready;
  co_return n;
}
aio::task<> forever() {
  co_await aio::sleep(1h);
}
aio::task<> nothing() {
  co_return;
}

TEST(gather, gives_results_in_the_order_of_its_arguments) {
  run([]() -> aio::task<> {
    auto [a, b, c] = co_await aio::gather(after(3ms, 1), after(1ms, 2), nothing());
    EXPECT_EQ(a + 10 * b, 21);
    EXPECT_EQ(c, std::monostate());
    std::vector<aio::task<int>> many;
    for (int i = 0; i < 100; ++i)
      many.push_back(after(std::chrono::milliseconds(i % 3), i));
    const std::vector<int> results = co_await aio::gather(many);
    EXPECT_EQ(results[99], 99);
    aio::task_handle<int> handle = aio::create_task(after(1ms, 5));
    auto [x, y] = co_await aio::gather(handle, after(1ms, 6));
    EXPECT_EQ(x + y, 11);
    EXPECT_EQ(handle.result(), 5);
    EXPECT_EQ((co_await aio::gather(std::vector<aio::task<int>>())).size(), 0u);
  }());
}

TEST(gather, throws_the_first_failure_and_leaves_the_others_running) {
  run([]() -> aio::task<> {
    aio::future<> ready = aio::get_running_loop().create_future();
    aio::task_handle<int> slow = aio::create_task(after_future(ready, 7));
    EXPECT_THROW(co_await aio::gather(slow, fail_after(1ms, "first")), std::runtime_error);
    EXPECT_FALSE(slow.done());
    ready.set_result();
    EXPECT_EQ(co_await slow, 7);
  }());
}

TEST(gather, gives_outcomes_where_asked) {
  run([]() -> aio::task<> {
    auto [good, bad] = co_await aio::gather(aio::return_exceptions, after(1ms, 1), fail_after(1ms, "no"));
    EXPECT_EQ(good.value(), 1);
    EXPECT_FALSE(bad);
    EXPECT_THROW(bad.value(), std::runtime_error);
    std::vector<aio::task_handle<>> handles{aio::create_task(forever())};
    handles[0].cancel();
    auto outcomes = co_await aio::gather(aio::return_exceptions, handles);
    EXPECT_THROW(outcomes[0].value(), rt::cancelled_error);
  }());
}

TEST(gather, cancelled_cancels_all) {
  run([]() -> aio::task<> {
    aio::task_handle<> a = aio::create_task(forever());
    aio::task_handle<> b = aio::create_task(forever());
    aio::task_handle<> both = aio::create_task([](auto a, auto b) -> aio::task<> { co_await aio::gather(a, b); }(a, b));
    co_await aio::yield();
    co_await aio::yield();
    both.cancel("stop");
    EXPECT_THROW(co_await both, rt::cancelled_error);
    EXPECT_TRUE(a.cancelled() && b.cancelled());
  }());
}

TEST(wait, returns_at_the_first_at_an_exception_or_at_all) {
  run([]() -> aio::task<> {
    std::vector<aio::task_handle<int>> handles{aio::create_task(after(1h, 1)), aio::create_task(after(1ms, 2))};
    auto first = co_await aio::wait(handles, rt::return_when::first_completed);
    EXPECT_EQ(first.done, std::vector{handles[1]});
    EXPECT_EQ(first.not_done, std::vector{handles[0]});
    handles.push_back(aio::create_task(fail_after(1ms, "x")));
    auto failed = co_await aio::wait(handles, rt::return_when::first_exception);
    EXPECT_EQ(failed.done.size(), 2u);
    EXPECT_THROW(failed.done[1].result(), std::runtime_error);
    auto late = co_await aio::wait(handles, 1ms);
    EXPECT_EQ(late.not_done, std::vector{handles[0]});
    handles[0].cancel();
    auto all = co_await aio::wait(handles);
    EXPECT_EQ(all.done.size(), 3u);
    EXPECT_TRUE(all.not_done.empty());
    EXPECT_TRUE((co_await aio::wait(std::vector<aio::task_handle<>>())).done.empty());
  }());
}

TEST(wait, cancelled_leaves_the_tasks_alone) {
  run([]() -> aio::task<> {
    aio::future<> ready = aio::get_running_loop().create_future();
    std::vector<aio::task_handle<int>> handles(1, aio::create_task(after_future(ready, 1)));
    auto waits = aio::create_task([](auto handles) -> aio::task<> { co_await aio::wait(handles); }(handles));
    co_await aio::yield();
    waits.cancel();
    EXPECT_THROW(co_await waits, rt::cancelled_error);
    ready.set_result();
    EXPECT_EQ(co_await handles[0], 1);
  }());
}

TEST(as_completed, gives_them_in_the_order_of_completion) {
  run([]() -> aio::task<> {
    std::vector<aio::task_handle<int>> handles{aio::create_task(after(6ms, 3)), aio::create_task(after(1ms, 1)),
                                               aio::create_task(after(3ms, 2))};
    std::vector<int> order;
    auto results = aio::as_completed(handles);
    while (auto next = co_await results.next())
      order.push_back(next->result());
    EXPECT_EQ(order, (std::vector{1, 2, 3}));
    std::vector<aio::task_handle<>> slow{aio::create_task(forever())};
    auto never = aio::as_completed(slow, 1ms);
    EXPECT_THROW(co_await never.next(), rt::timeout_error);
    EXPECT_FALSE(slow[0].done());
  }());
}

TEST(wait_for, gives_the_result_or_cancels_and_throws) {
  run([]() -> aio::task<> {
    EXPECT_EQ(co_await aio::wait_for(after(1ms, 4), 1h), 4);
    EXPECT_EQ(co_await aio::wait_for(after(1ms, 4), std::nullopt), 4);
    EXPECT_THROW(co_await aio::wait_for(forever(), 1ms), rt::timeout_error);
    EXPECT_THROW(co_await aio::wait_for(fail_after(1ms, "x"), 1h), std::runtime_error);
    aio::task_handle<> handle = aio::create_task(forever());
    EXPECT_THROW(co_await aio::wait_for(handle, 1ms), rt::timeout_error);
    EXPECT_TRUE(handle.cancelled());
    EXPECT_EQ(aio::current_task().cancelling(), 0);
    co_await aio::sleep(1ms);
  }());
}

TEST(timeout, expires_is_moved_and_taken_away) {
  run([]() -> aio::task<> {
    bool expired = false;
    auto body = [&](aio::timeout_scope &scope) -> aio::task<> {
      struct look {
        aio::timeout_scope &scope;
        bool &expired;
        ~look() { expired = scope.expired(); }
      } at_the_end{scope, expired};
      co_await forever();
    };
    EXPECT_THROW(co_await aio::timeout(1ms, body), rt::timeout_error);
    EXPECT_TRUE(expired);
    const int kept = co_await aio::timeout(1ms, [](aio::timeout_scope &scope) -> aio::task<int> {
      EXPECT_TRUE(scope.when());
      scope.reschedule(std::nullopt);
      co_await aio::sleep(3ms);
      EXPECT_FALSE(scope.expired());
      co_return 1;
    });
    EXPECT_EQ(kept, 1);
    EXPECT_THROW(co_await aio::timeout_at(std::nullopt,
                                          [](aio::timeout_scope &scope) -> aio::task<> {
                                            scope.reschedule(rt::clock::now() - 1s);
                                            co_await forever();
                                          }),
                 rt::timeout_error);
  }());
}

TEST(timeout, of_an_outer_scope_goes_through_the_inner_one) {
  run([]() -> aio::task<> {
    EXPECT_THROW(co_await aio::timeout(1ms,
                                       [](aio::timeout_scope &) -> aio::task<> {
                                         co_await aio::timeout(
                                             1h, [](aio::timeout_scope &) -> aio::task<> { co_await forever(); });
                                         ADD_FAILURE();
                                       }),
                 rt::timeout_error);
    aio::task_handle<> stopped = aio::create_task([]() -> aio::task<> { co_await aio::wait_for(forever(), 1h); }());
    co_await aio::yield();
    stopped.cancel();
    EXPECT_THROW(co_await stopped, rt::cancelled_error);
  }());
}

TEST(timeout, and_completion_in_one_round_lose_nothing) {
  run([]() -> aio::task<> {
    // Both the item and the time are there before the task runs again.
    for (int i = 0; i < 200; ++i) {
      aio::queue<int> items;
      aio::event_loop &loop = aio::get_running_loop();
      const auto when = rt::clock::now() + 50us;
      if (i % 2 == 0)
        loop.call_at(when, [&] { items.put_nowait(i); });
      auto get = [](aio::queue<int> &items, rt::clock::time_point when) -> aio::task<int> {
        co_return co_await aio::timeout_at(
            when, [&](aio::timeout_scope &) -> aio::task<int> { co_return co_await items.get(); });
      };
      aio::task_handle<int> getter = aio::create_task(get(items, when));
      const std::vector<aio::task_handle<int>> one(1, getter);
      co_await aio::wait(one);
      if (i % 2 == 1) {
        loop.call_at(when, [&] { items.put_nowait(i); });
        co_await aio::sleep(100us);
      }
      const int left = items.empty() ? 0 : 1;
      const int got = !getter.cancelled() && !getter.exception() ? 1 : 0;
      EXPECT_EQ(left + got, 1) << i;
    }
  }());
}

TEST(shield, keeps_a_cancellation_from_what_is_inside) {
  run([]() -> aio::task<> {
    aio::future<> ready = aio::get_running_loop().create_future();
    aio::task_handle<int> inner = aio::create_task(after_future(ready, 8));
    aio::task_handle<> outer = aio::create_task([](auto inner) -> aio::task<> { co_await aio::shield(inner); }(inner));
    co_await aio::yield();
    co_await aio::yield();
    outer.cancel();
    EXPECT_THROW(co_await outer, rt::cancelled_error);
    ready.set_result();
    EXPECT_EQ(co_await inner, 8);
    EXPECT_EQ(co_await aio::shield(after(1ms, 9)), 9);
    EXPECT_THROW(co_await aio::shield(fail_after(1ms, "x")), std::runtime_error);
  }());
}

TEST(task_group, waits_for_all_and_gives_the_bodys_value) {
  run([]() -> aio::task<> {
    int sum = 0;
    const int value = co_await aio::with_task_group([&](aio::task_group &group) -> aio::task<int> {
      for (int i = 1; i <= 100; ++i)
        group.create_task([](int i, int &sum) -> aio::task<> {
          co_await aio::yield();
          sum += i;
        }(i, sum));
      co_return 3;
    });
    EXPECT_EQ(value, 3);
    EXPECT_EQ(sum, 5050);
  }());
}

TEST(task_group, a_failure_cancels_the_others_and_the_body) {
  run([]() -> aio::task<> {
    aio::task_handle<> sibling;
    bool body_cancelled = false;
    try {
      co_await aio::with_task_group([&](aio::task_group &group) -> aio::task<> {
        sibling = group.create_task(forever());
        group.create_task(fail_after(1ms, "boom"));
        try {
          co_await forever();
        } catch (const rt::cancelled_error &) {
          body_cancelled = true;
          EXPECT_THROW(group.create_task(forever()), rt::misuse_error);
          throw;
        }
      });
      ADD_FAILURE();
    } catch (const rt::exception_group &failed) {
      EXPECT_EQ(failed.exceptions().size(), 1u);
      EXPECT_EQ(failed.matching<std::runtime_error>().size(), 1u);
      EXPECT_TRUE(failed.matching<rt::timeout_error>().empty());
      EXPECT_NE(std::string(failed.what()).find("boom"), std::string::npos);
    }
    EXPECT_TRUE(body_cancelled && sibling.cancelled());
    EXPECT_EQ(aio::current_task().cancelling(), 0);
    co_await aio::sleep(1ms);
  }());
}

TEST(task_group, an_exception_of_the_body_is_in_the_group) {
  run([]() -> aio::task<> {
    aio::task_handle<> sibling;
    EXPECT_THROW(co_await aio::with_task_group([&](aio::task_group &group) -> aio::task<> {
                   sibling = group.create_task(forever());
                   throw std::runtime_error("body");
                   co_return;
                 }),
                 rt::exception_group);
    EXPECT_TRUE(sibling.cancelled());
  }());
}

TEST(task_group, cancelled_from_outside_ends_cancelled_with_all_its_tasks) {
  run([]() -> aio::task<> {
    aio::task_handle<> child;
    for (const bool in_body : {true, false}) {
      aio::task_handle<> scope = aio::create_task([](aio::task_handle<> &child, bool in_body) -> aio::task<> {
        co_await aio::with_task_group([&](aio::task_group &group) -> aio::task<> {
          child = group.create_task(forever());
          if (in_body)
            co_await forever();
        });
      }(child, in_body));
      co_await aio::sleep(1ms);
      scope.cancel();
      EXPECT_THROW(co_await scope, rt::cancelled_error);
      EXPECT_TRUE(child.cancelled());
    }
  }());
}

TEST(task_group, nests) {
  run([]() -> aio::task<> {
    try {
      co_await aio::with_task_group([](aio::task_group &outer) -> aio::task<> {
        outer.create_task(forever());
        co_await aio::with_task_group([](aio::task_group &inner) -> aio::task<> {
          inner.create_task(fail_after(1ms, "deep"));
          co_return;
        });
      });
      ADD_FAILURE();
    } catch (const rt::exception_group &failed) {
      EXPECT_EQ(failed.matching<std::runtime_error>().size(), 1u);
    }
  }());
}

} // namespace
