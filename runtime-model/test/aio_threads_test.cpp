//===- aio_threads_test.cpp - tests of loops and other threads -----------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "aio_test.h"
#include "heddle/rt/thread_pool_executor.h"
#include <atomic>
#include <thread>

namespace {

/// A loop that runs in a thread of its own.
class loop_thread {
public:
  loop_thread() : thread([this] { loop.run_forever(); }) {}
  ~loop_thread() {
    loop.stop_threadsafe();
    thread.join();
  }
  aio::event_loop loop;

private:
  std::thread thread;
};

aio::task<int> twice(int n) {
  co_await aio::sleep(1ms);
  co_return 2 * n;
}

TEST(to_thread, runs_elsewhere_while_the_loop_goes_on) {
  run([]() -> aio::task<> {
    const std::thread::id here = std::this_thread::get_id();
    std::atomic<bool> go = false;
    auto release = [](std::atomic<bool> &go) -> aio::task<> {
      co_await aio::sleep(1ms);
      go = true;
    };
    aio::task_handle<> other = aio::create_task(release(go));
    const bool elsewhere = co_await aio::to_thread([&] {
      while (!go)
        std::this_thread::yield();
      return std::this_thread::get_id() != here;
    });
    EXPECT_TRUE(elsewhere);
    co_await other;
    EXPECT_EQ(*co_await aio::to_thread([](std::unique_ptr<int> p) { return p; }, std::make_unique<int>(3)), 3);
    EXPECT_THROW(co_await aio::to_thread([] { throw std::runtime_error("there"); }), std::runtime_error);
  }());
}

TEST(run_in_executor, uses_the_pool_it_is_given) {
  rt::thread_pool_executor pool(rt::thread_pool_executor::options{.max_workers = 1, .thread_name_prefix = "mine"});
  run([](rt::executor &pool) -> aio::task<> {
    aio::event_loop &loop = aio::get_running_loop();
    const std::string name = co_await loop.run_in_executor(&pool, [] { return rt::current_thread().name(); });
    EXPECT_EQ(name.substr(0, 4), "mine");
    loop.set_default_executor(std::make_unique<rt::thread_pool_executor>(1));
    EXPECT_EQ(co_await loop.run_in_executor(nullptr, [] { return 1; }), 1);
    co_await loop.shutdown_default_executor();
    EXPECT_THROW(loop.run_in_executor(nullptr, [] {}), rt::misuse_error);
  }(pool));
}

TEST(run_in_executor, many_at_once_lose_nothing) {
  run([]() -> aio::task<> {
    std::vector<aio::task<int>> all;
    for (int i = 0; i < 2000; ++i)
      all.push_back(aio::to_thread([i] { return i; }));
    long sum = 0;
    for (int n : co_await aio::gather(all))
      sum += n;
    EXPECT_EQ(sum, 1999000);
  }());
}

TEST(run_in_executor, cancelled_lets_the_thread_end_by_itself) {
  std::atomic<bool> ended = false;
  run([](std::atomic<bool> &ended) -> aio::task<> {
    std::atomic<bool> started = false;
    std::atomic<bool> go_on = false;
    aio::task_handle<> waits = aio::create_task(aio::to_thread([&] {
      started = true;
      while (!go_on)
        std::this_thread::yield();
      ended = true;
    }));
    while (!started)
      co_await aio::sleep(100us);
    waits.cancel();
    EXPECT_THROW(co_await waits, rt::cancelled_error);
    go_on = true;
    while (!ended)
      co_await aio::sleep(100us);
  }(ended));
  EXPECT_TRUE(ended);
}

TEST(wrap_future, brings_a_threads_result_to_the_loop) {
  run([]() -> aio::task<> {
    rt::promise<int> made;
    std::jthread maker([&] {
      std::this_thread::sleep_for(1ms);
      made.set_result(4);
    });
    rt::future<int> there = made.get_future();
    EXPECT_EQ(co_await aio::wrap_future(there), 4);
    EXPECT_EQ(there.result(), 4);
    rt::promise<int> never;
    aio::future<int> waits = aio::wrap_future(never.get_future());
    waits.cancel();
    EXPECT_TRUE(never.cancelled());
    rt::future<int> broken = rt::promise<int>().get_future();
    EXPECT_THROW(co_await aio::wrap_future(broken), rt::broken_promise_error);
  }());
}

TEST(run_coroutine_threadsafe, gives_a_result_to_the_thread_that_waits) {
  loop_thread there;
  EXPECT_EQ(aio::run_coroutine_threadsafe(twice(21), there.loop).result(), 42);
  auto fail = []() -> aio::task<> {
    co_await aio::yield();
    throw std::runtime_error("there");
  };
  EXPECT_THROW(aio::run_coroutine_threadsafe(fail(), there.loop).result(), std::runtime_error);
  std::vector<std::jthread> callers;
  std::atomic<int> sum = 0;
  for (int t = 0; t < 4; ++t)
    callers.emplace_back([&] {
      for (int i = 0; i < 200; ++i)
        sum += aio::run_coroutine_threadsafe([](int i) -> aio::task<int> { co_return i; }(i), there.loop).result();
    });
  callers.clear();
  EXPECT_EQ(sum, 4 * 19900);
}

TEST(run_coroutine_threadsafe, cancels_the_task_from_the_other_thread) {
  loop_thread there;
  std::atomic<bool> cancelled = false;
  std::atomic<bool> started = false;
  auto body = [](std::atomic<bool> &started, std::atomic<bool> &cancelled) -> aio::task<> {
    started = true;
    try {
      co_await aio::sleep(1h);
    } catch (const rt::cancelled_error &) {
      cancelled = true;
      throw;
    }
  };
  rt::future<void> waited = aio::run_coroutine_threadsafe(body(started, cancelled), there.loop);
  while (!started)
    std::this_thread::yield();
  EXPECT_TRUE(waited.cancel());
  while (!cancelled)
    std::this_thread::yield();
  EXPECT_THROW(waited.result(), rt::cancelled_error);
}

TEST(run_coroutine_threadsafe, refuses_to_wait_on_the_loops_own_thread) {
  run([]() -> aio::task<> {
    rt::future<int> mine = aio::run_coroutine_threadsafe(twice(1), aio::get_running_loop());
    try {
      mine.result();
      ADD_FAILURE();
    } catch (const rt::deadlock_error &refused) {
      EXPECT_NE(std::string(refused.what()).find("own thread"), std::string::npos);
    }
    EXPECT_EQ(co_await aio::wrap_future(mine), 2);
    EXPECT_EQ(mine.result(), 2);
  }());
}

TEST(run_coroutine_threadsafe, nobody_waits_for_ever_for_a_loop_that_is_closed) {
  const reports quiet;
  for (int round = 0; round < 30; ++round) {
    rt::future<int> waited;
    {
      aio::event_loop loop;
      waited = aio::run_coroutine_threadsafe(twice(1), loop);
      if (round % 2 == 0) {
        loop.call_soon([&] { loop.stop(); });
        loop.run_forever();
      }
    }
    EXPECT_THROW(waited.result(1s), rt::broken_promise_error);
  }
  aio::event_loop closed;
  closed.close();
  EXPECT_THROW(aio::run_coroutine_threadsafe(twice(1), closed), rt::misuse_error);
}

TEST(loops, of_several_threads_run_at_once) {
  std::vector<std::jthread> threads;
  std::atomic<int> sum = 0;
  for (int t = 0; t < 4; ++t)
    threads.emplace_back([&, t] { sum += aio::run(twice(t)); });
  threads.clear();
  EXPECT_EQ(sum, 12);
}

} // namespace
