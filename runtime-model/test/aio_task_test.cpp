//===- aio_task_test.cpp - tests of tasks and cancellation ---------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "aio_test.h"
#include <memory>

namespace {

aio::task<int> value(int n) {
  co_return n;
}
aio::task<long> chain(long depth) {
  if (depth == 0)
    co_return 0;
  co_return 1 + co_await chain(depth - 1);
}
aio::task<> sleep_at_depth(long depth) {
  if (depth == 0)
    co_await aio::sleep(1h);
  else
    co_await sleep_at_depth(depth - 1);
}
aio::task<> throw_at_depth(long depth) {
  if (depth == 0)
    throw std::runtime_error("from the depth");
  co_await throw_at_depth(depth - 1);
}

TEST(task, starts_when_it_is_awaited) {
  bool started = false;
  auto coroutine = [](bool &started) -> aio::task<> {
    started = true;
    co_return;
  };
  run([](auto coroutine, bool &started) -> aio::task<> {
    aio::task<> t = coroutine(started);
    EXPECT_FALSE(started);
    co_await std::move(t);
    EXPECT_TRUE(started);
    EXPECT_FALSE(t);
    EXPECT_THROW(co_await std::move(t), rt::misuse_error);
  }(coroutine, started));
}

TEST(task, gives_values_references_and_what_can_only_be_moved) {
  static int place = 0;
  auto reference = []() -> aio::task<int &> { co_return place; };
  auto pointer = []() -> aio::task<std::unique_ptr<int>> { co_return std::make_unique<int>(7); };
  run([](auto reference, auto pointer) -> aio::task<> {
    EXPECT_EQ(&co_await reference(), &place);
    EXPECT_EQ(*co_await pointer(), 7);
    aio::task_handle<std::unique_ptr<int>> handle = aio::create_task(pointer());
    EXPECT_EQ(*co_await handle, 7);
    std::unique_ptr<int> taken = co_await std::move(handle);
    EXPECT_EQ(*taken, 7);
  }(reference, pointer));
}

TEST(task, temporaries_live_until_the_end_of_the_await) {
  auto length = [](const std::string &text) -> aio::task<std::size_t> {
    co_await aio::yield();
    co_return text.size();
  };
  run([](auto length) -> aio::task<> {
    EXPECT_EQ(co_await length(std::string(100, 'x')), 100u);
    EXPECT_EQ(co_await length(std::string(100, 'x') + std::string(50, 'y')) + co_await length("abc"), 153u);
    // In the condition of an if, GCC 12 needs a variable, see docs/runtime/coroutines.md.
    if (const std::size_t size = co_await length(std::string(30, 'z')); size != 30)
      co_return;
  }(length));
}

TEST(task, a_million_awaits_need_no_stack) {
  EXPECT_EQ(aio::run(chain(1'000'000)), 1'000'000);
}

TEST(task, a_million_suspended_frames_are_destroyed_without_recursion) {
  const reports seen;
  aio::event_loop loop;
  aio::task_handle<> handle = loop.create_task(sleep_at_depth(1'000'000), "deep");
  loop.call_soon([&] { loop.stop(); });
  loop.run_forever();
  loop.close();
  EXPECT_TRUE(seen.contain("task 'deep' was destroyed but it is pending"));
}

TEST(task, an_exception_and_a_cancellation_pass_through_deep_chains) {
  run([]() -> aio::task<> {
    EXPECT_THROW(co_await throw_at_depth(20'000), std::runtime_error);
    aio::task_handle<> handle = aio::create_task(sleep_at_depth(20'000));
    co_await aio::yield();
    handle.cancel("enough");
    try {
      co_await handle;
      ADD_FAILURE();
    } catch (const rt::cancelled_error &e) {
      EXPECT_STREQ(e.what(), "enough");
    }
  }());
}

TEST(task, a_chain_of_frames_goes_innermost_first) {
  static std::vector<int> gone;
  gone.clear();
  struct mark {
    int number;
    ~mark() { gone.push_back(number); }
  };
  struct nest {
    static aio::task<> at(int n) {
      const mark here{n};
      if (n == 3)
        co_await aio::sleep(1h);
      else
        co_await at(n + 1);
    }
  };
  const reports quiet;
  {
    aio::event_loop loop;
    loop.create_task(nest::at(1));
    loop.call_soon([&] { loop.stop(); });
    loop.run_forever();
  }
  EXPECT_EQ(gone, (std::vector{3, 2, 1}));
}

TEST(task_handle, runs_by_itself_and_tells_its_result) {
  run([]() -> aio::task<> {
    aio::task_handle<int> handle = aio::create_task(value(3), "three");
    EXPECT_EQ(handle.name(), "three");
    handle.set_name("drei");
    EXPECT_EQ(handle.name(), "drei");
    EXPECT_FALSE(handle.done());
    EXPECT_THROW(handle.result(), rt::invalid_state_error);
    EXPECT_THROW(handle.exception(), rt::invalid_state_error);
    EXPECT_EQ(co_await handle, 3);
    EXPECT_EQ(handle.result(), 3);
    EXPECT_TRUE(handle.done() && !handle.cancelled());
    EXPECT_FALSE(handle.exception());
    EXPECT_FALSE(handle.cancel());
    EXPECT_EQ(aio::ensure_future(handle), handle);
    EXPECT_EQ(co_await aio::ensure_future(value(4)), 4);
  }());
}

TEST(task_handle, goes_on_when_nobody_holds_it) {
  bool ended = false;
  run([](bool &ended) -> aio::task<> {
    aio::create_task([](bool &ended) -> aio::task<> {
      co_await aio::sleep(1ms);
      ended = true;
    }(ended));
    co_await aio::sleep(5ms);
    while (!ended)
      co_await aio::yield();
  }(ended));
  EXPECT_TRUE(ended);
}

TEST(task_handle, tells_its_callbacks_in_order_and_keeps_its_exception) {
  run([]() -> aio::task<> {
    std::vector<int> told;
    aio::task_handle<> handle = aio::create_task(throw_at_depth(0));
    handle.add_done_callback([&] { told.push_back(1); });
    handle.add_done_callback([&] { told.push_back(2); }).cancel();
    handle.add_done_callback([&] { told.push_back(3); });
    EXPECT_THROW(co_await handle, std::runtime_error);
    EXPECT_TRUE(handle.exception());
    EXPECT_THROW(handle.result(), std::runtime_error);
    handle.add_done_callback([&] { told.push_back(4); });
    co_await aio::yield();
    EXPECT_EQ(told, (std::vector{1, 3, 4}));
  }());
}

TEST(task_handle, knows_itself_and_all_others) {
  run([]() -> aio::task<> {
    aio::any_task self = aio::current_task();
    EXPECT_EQ(aio::all_tasks(), std::vector{self});
    aio::task_handle<> other = aio::create_task(aio::task<>([](aio::any_task parent) -> aio::task<> {
      EXPECT_NE(aio::current_task(), parent);
      co_return;
    }(self)));
    EXPECT_EQ(aio::all_tasks().size(), 2u);
    co_await other;
    EXPECT_EQ(aio::current_task(), self);
    EXPECT_EQ(aio::all_tasks().size(), 1u);
  }());
  const reports quiet;
  EXPECT_THROW(aio::current_task(), rt::misuse_error);
  EXPECT_THROW(aio::create_task(value(1)), rt::misuse_error);
}

TEST(cancel, before_the_first_step_runs_nothing) {
  run([]() -> aio::task<> {
    bool ran = false;
    aio::task_handle<> handle = aio::create_task([](bool &ran) -> aio::task<> {
      ran = true;
      co_return;
    }(ran));
    EXPECT_TRUE(handle.cancel());
    EXPECT_THROW(co_await handle, rt::cancelled_error);
    EXPECT_TRUE(handle.cancelled() && !ran);
    EXPECT_THROW(handle.exception(), rt::cancelled_error);
  }());
}

TEST(cancel, comes_at_the_next_await_that_suspends) {
  run([]() -> aio::task<> {
    aio::task_handle<int> handle = aio::create_task([]() -> aio::task<int> {
      aio::current_task().cancel();
      const int first = co_await value(1); // does not suspend
      try {
        co_await aio::sleep(1h);
      } catch (const rt::cancelled_error &) {
        EXPECT_EQ(aio::current_task().cancelling(), 1);
        EXPECT_EQ(aio::current_task().uncancel(), 0);
        co_return first + 1;
      }
      co_return 0;
    }());
    EXPECT_EQ(co_await handle, 2);
    EXPECT_FALSE(handle.cancelled());
  }());
}

TEST(cancel, taken_back_before_it_was_thrown_does_not_come) {
  run([]() -> aio::task<> {
    aio::current_task().cancel();
    EXPECT_EQ(aio::current_task().uncancel(), 0);
    co_await aio::sleep(1ms);
  }());
}

TEST(cancel, of_who_awaits_a_task_goes_to_the_task) {
  run([]() -> aio::task<> {
    aio::task_handle<> inner = aio::create_task([]() -> aio::task<> { co_await aio::sleep(1h); }());
    aio::task_handle<> outer = aio::create_task([](aio::task_handle<> inner) -> aio::task<> { co_await inner; }(inner));
    co_await aio::yield();
    outer.cancel();
    EXPECT_THROW(co_await outer, rt::cancelled_error);
    EXPECT_TRUE(inner.cancelled());
  }());
}

TEST(cancel, goes_through_a_long_row_of_tasks_and_ends_a_circle) {
  run([]() -> aio::task<> {
    auto follow = [](aio::task_handle<> before) -> aio::task<> { co_await before; };
    aio::task_handle<> last = aio::create_task([]() -> aio::task<> { co_await aio::sleep(1h); }());
    for (int i = 0; i < 100'000; ++i)
      last = aio::create_task(follow(last));
    co_await aio::sleep(1ms);
    last.cancel();
    EXPECT_THROW(co_await last, rt::cancelled_error);

    aio::task_handle<> a;
    aio::task_handle<> b;
    a = aio::create_task([](aio::task_handle<> &b) -> aio::task<> { co_await b; }(b));
    b = aio::create_task([](aio::task_handle<> &a) -> aio::task<> { co_await a; }(a));
    co_await aio::yield();
    co_await aio::yield();
    EXPECT_THROW(co_await aio::wait_for(a, 1ms), rt::error);
    a.cancel();
    b.cancel();
    EXPECT_THROW(co_await a, rt::cancelled_error);
  }());
}

TEST(cancel, a_task_cannot_await_itself) {
  run([]() -> aio::task<> {
    aio::task_handle<> self;
    self = aio::create_task([](aio::task_handle<> &self) -> aio::task<> { co_await self; }(self));
    EXPECT_THROW(co_await self, rt::misuse_error);
  }());
}

TEST(future, is_made_by_a_callback_and_awaited_by_many) {
  run([]() -> aio::task<> {
    aio::event_loop &loop = aio::get_running_loop();
    aio::future<int> f = loop.create_future<int>();
    auto wait = [](aio::future<int> f) -> aio::task<int> { co_return co_await f; };
    aio::task_handle<int> a = aio::create_task(wait(f));
    aio::task_handle<int> b = aio::create_task(wait(f));
    loop.call_later(1ms, [f] { f.set_result(5); });
    EXPECT_EQ(co_await a + co_await b, 10);
    EXPECT_THROW(f.set_result(6), rt::invalid_state_error);
    EXPECT_THROW(f.set_exception(std::runtime_error("late")), rt::invalid_state_error);
    EXPECT_FALSE(f.cancel());

    aio::future<> g = loop.create_future();
    g.set_exception(std::runtime_error("no"));
    EXPECT_THROW(co_await g, std::runtime_error);
    aio::future<> h = loop.create_future();
    aio::task_handle<> waits = aio::create_task([](aio::future<> h) -> aio::task<> { co_await h; }(h));
    co_await aio::yield();
    EXPECT_TRUE(h.cancel("gone"));
    EXPECT_THROW(co_await waits, rt::cancelled_error);
    EXPECT_TRUE(waits.cancelled());
    EXPECT_THROW(aio::future<int>().done(), rt::invalid_state_error);
  }());
}

TEST(context_var, belongs_to_a_task_and_is_copied_into_its_children) {
  static aio::context_var<std::string> name("name", "none");
  run([]() -> aio::task<> {
    EXPECT_EQ(name.get(), "none");
    auto token = name.set("parent");
    aio::task_handle<> child = aio::create_task([]() -> aio::task<> {
      EXPECT_EQ(name.get(), "parent");
      name.set("child");
      co_await aio::yield();
      EXPECT_EQ(name.get(), "child");
    }());
    co_await child;
    EXPECT_EQ(name.get(), "parent");
    EXPECT_EQ(co_await aio::to_thread([] { return name.get(); }), "parent");
    name.reset(token);
    EXPECT_EQ(name.get(), "none");
  }());
  EXPECT_EQ(name.get(), "none");
  static aio::context_var<int> empty("empty");
  EXPECT_THROW(empty.get(), rt::value_error);
}

} // namespace
