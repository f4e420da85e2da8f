//===- aio_event_loop_test.cpp - tests of the event loop -----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "aio_test.h"
#include <atomic>
#include <csignal>
#include <fcntl.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace {

TEST(event_loop, makes_callbacks_in_order_one_round_after_another) {
  aio::event_loop loop;
  std::vector<int> order;
  loop.call_soon([&] {
    order.push_back(1);
    loop.call_soon([&] {
      order.push_back(4);
      loop.stop();
    });
  });
  loop.call_soon([&] { order.push_back(2); }).cancel();
  loop.call_soon([&] { order.push_back(3); });
  loop.run_forever();
  EXPECT_EQ(order, (std::vector{1, 3, 4}));
}

TEST(event_loop, makes_timers_in_the_order_of_their_times) {
  aio::event_loop loop;
  std::vector<int> order;
  const auto start = loop.time();
  loop.call_at(start + 3ms, [&] { order.push_back(3); });
  loop.call_at(start + 1ms, [&] { order.push_back(1); });
  loop.call_at(start + 1ms, [&] { order.push_back(2); });
  aio::timer_handle never = loop.call_later(2ms, [&] { order.push_back(0); });
  EXPECT_GE(never.when(), start + 2ms);
  never.cancel();
  never.cancel();
  EXPECT_TRUE(never.cancelled());
  loop.call_at(start + 5ms, [&] { loop.stop(); });
  loop.run_forever();
  EXPECT_EQ(order, (std::vector{1, 2, 3}));
  EXPECT_GE(loop.time(), start + 5ms);
}

TEST(event_loop, keeps_thousands_of_timers_in_order_while_some_are_cancelled) {
  aio::event_loop loop;
  const auto start = loop.time();
  std::vector<int> fired;
  std::vector<aio::timer_handle> handles;
  for (int i = 0; i < 5000; ++i)
    handles.push_back(loop.call_at(start + std::chrono::microseconds((i * 7919) % 5000),
                                   [&fired, i] { fired.push_back((i * 7919) % 5000); }));
  for (int i = 0; i < 5000; i += 3)
    handles[static_cast<std::size_t>(i)].cancel();
  loop.call_at(start + 6ms, [&] { loop.stop(); });
  loop.run_forever();
  EXPECT_EQ(fired.size(), 3333u);
  EXPECT_TRUE(std::is_sorted(fired.begin(), fired.end()));
}

TEST(event_loop, runs_until_a_coroutine_is_done_and_can_be_run_again) {
  aio::event_loop loop;
  auto twice = [](int n) -> aio::task<int> {
    co_await aio::yield();
    co_return 2 * n;
  };
  EXPECT_EQ(loop.run_until_complete(twice(4)), 8);
  aio::task_handle<int> handle = loop.create_task(twice(5));
  EXPECT_EQ(loop.run_until_complete(handle), 10);
  EXPECT_EQ(loop.run_until_complete(handle), 10);
  aio::future<int> never = loop.create_future<int>();
  loop.call_soon([&] { loop.stop(); });
  EXPECT_THROW(loop.run_until_complete(never), rt::misuse_error);
  aio::event_loop other;
  EXPECT_THROW(other.run_until_complete(handle), rt::misuse_error);
}

TEST(event_loop, refuses_to_run_twice_or_inside_another_or_closed) {
  aio::event_loop loop;
  EXPECT_THROW(aio::get_running_loop(), rt::misuse_error);
  loop.call_soon([&] {
    EXPECT_EQ(&aio::get_running_loop(), &loop);
    EXPECT_TRUE(loop.is_running());
    EXPECT_THROW(loop.run_forever(), rt::misuse_error);
    EXPECT_THROW(loop.close(), rt::misuse_error);
    aio::event_loop inner;
    EXPECT_THROW(inner.run_forever(), rt::misuse_error);
    EXPECT_THROW(aio::run([]() -> aio::task<> { co_return; }()), rt::misuse_error);
    loop.stop();
  });
  loop.run_forever();
  loop.close();
  loop.close();
  EXPECT_TRUE(loop.is_closed());
  EXPECT_THROW(loop.call_soon([] {}), rt::misuse_error);
  EXPECT_THROW(loop.call_later(1ms, [] {}), rt::misuse_error);
  EXPECT_THROW(loop.call_soon_threadsafe([] {}), rt::misuse_error);
  EXPECT_THROW(loop.run_forever(), rt::misuse_error);
}

TEST(event_loop, gives_what_a_callback_throws_to_the_exception_handler) {
  aio::event_loop loop;
  std::string seen;
  loop.set_exception_handler(
      [&](aio::event_loop &, const aio::exception_context &what) { seen += rt::describe(what.exception) + ";"; });
  loop.call_soon([] { throw std::runtime_error("a"); });
  loop.call_soon([&] { loop.stop(); });
  loop.run_forever();
  EXPECT_EQ(seen, "a;");
  const reports collected;
  loop.set_exception_handler({});
  loop.call_soon([] { throw std::runtime_error("b"); });
  loop.call_soon([&] { loop.stop(); });
  loop.run_forever();
  EXPECT_TRUE(collected.contain("event loop: b"));
}

TEST(event_loop, is_reached_by_other_threads_without_losing_a_call) {
  aio::event_loop loop;
  constexpr int threads = 4;
  constexpr int calls = 5000;
  int made = 0;
  std::vector<std::jthread> callers;
  for (int t = 0; t < threads; ++t)
    callers.emplace_back([&] {
      for (int i = 0; i < calls; ++i)
        loop.call_soon_threadsafe([&] {
          if (++made == threads * calls)
            loop.stop();
        });
    });
  loop.run_forever();
  EXPECT_EQ(made, threads * calls);
}

TEST(event_loop, a_sleeping_loop_is_woken_each_time) {
  aio::event_loop loop;
  std::atomic<int> answered = 0;
  std::jthread caller([&] {
    for (int i = 0; i < 2000; ++i) {
      const int before = answered;
      loop.call_soon_threadsafe([&] { ++answered; });
      while (answered == before)
        std::this_thread::yield();
    }
    loop.stop_threadsafe();
  });
  loop.run_forever();
  EXPECT_EQ(answered, 2000);
}

TEST(event_loop, can_be_closed_while_others_still_call) {
  for (int round = 0; round < 50; ++round) {
    auto loop = std::make_unique<aio::event_loop>();
    std::atomic<bool> refused = false;
    std::jthread caller([&, box = loop->box()] {
      while (box->post(aio::detail::make_callback([] {})))
        std::this_thread::yield();
      refused = true;
    });
    loop->call_later(200us, [&] { loop->stop(); });
    loop->run_forever();
    loop.reset();
    caller.join();
    EXPECT_TRUE(refused);
  }
}

TEST(event_loop, watches_descriptors) {
  const std::size_t before = open_descriptors();
  {
    aio::event_loop loop;
    int ends[2];
    ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends), 0);
    std::string got;
    loop.add_reader(ends[0], [&] {
      char byte = 0;
      while (::read(ends[0], &byte, 1) == 1)
        got += byte;
      if (got == "abc")
        loop.stop();
    });
    int writes = 0;
    loop.add_writer(ends[1], [&] {
      const char byte = static_cast<char>('a' + writes++);
      EXPECT_EQ(::write(ends[1], &byte, 1), 1);
      if (writes == 3) {
        EXPECT_TRUE(loop.remove_writer(ends[1]));
        EXPECT_FALSE(loop.remove_writer(ends[1]));
      }
    });
    loop.run_forever();
    EXPECT_EQ(got, "abc");
    EXPECT_TRUE(loop.remove_reader(ends[0]));
    EXPECT_THROW(loop.add_reader(-1, [] {}), std::system_error);
    ::close(ends[0]);
    ::close(ends[1]);
  }
  EXPECT_EQ(open_descriptors(), before);
}

TEST(event_loop, looks_at_descriptors_also_when_it_is_always_busy) {
  aio::event_loop loop;
  int ends[2];
  ASSERT_EQ(::pipe2(ends, O_NONBLOCK | O_CLOEXEC), 0);
  bool read = false;
  loop.add_reader(ends[0], [&] { read = true; });
  std::function<void()> spin = [&] { read ? loop.stop() : void(loop.call_soon([&] { spin(); })); };
  loop.call_soon([&] { spin(); });
  EXPECT_EQ(::write(ends[1], "x", 1), 1);
  loop.run_forever();
  EXPECT_TRUE(read);
  loop.remove_reader(ends[0]);
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST(event_loop, turns_signals_into_callbacks) {
  const std::size_t before = open_descriptors();
  {
    aio::event_loop loop;
    int came = 0;
    loop.add_signal_handler(SIGUSR1, [&] {
      if (++came == 2)
        loop.stop();
    });
    aio::event_loop other;
    EXPECT_THROW(other.add_signal_handler(SIGUSR1, [] {}), rt::misuse_error);
    EXPECT_THROW(loop.add_signal_handler(SIGKILL, [] {}), std::system_error);
    EXPECT_THROW(loop.add_signal_handler(0, [] {}), rt::value_error);
    loop.call_soon([] { ::raise(SIGUSR1); });
    std::jthread elsewhere([] {
      std::this_thread::sleep_for(5ms);
      ::kill(::getpid(), SIGUSR1);
    });
    loop.run_forever();
    EXPECT_EQ(came, 2);
    EXPECT_TRUE(loop.remove_signal_handler(SIGUSR1));
    EXPECT_FALSE(loop.remove_signal_handler(SIGUSR1));
    other.add_signal_handler(SIGUSR1, [] {});
  }
  struct sigaction now{};
  ::sigaction(SIGUSR1, nullptr, &now);
  EXPECT_EQ(now.sa_handler, SIG_DFL);
  EXPECT_EQ(open_descriptors(), before);
}

TEST(run, cancels_the_tasks_that_are_left_and_waits_for_them) {
  bool cleaned = false;
  const int result = aio::run([](bool &cleaned) -> aio::task<int> {
    aio::create_task([](bool &cleaned) -> aio::task<> {
      try {
        co_await aio::sleep(1h);
      } catch (const rt::cancelled_error &) {
      }
      co_await aio::sleep(1ms);
      cleaned = true;
    }(cleaned));
    co_await aio::yield();
    co_return 9;
  }(cleaned));
  EXPECT_EQ(result, 9);
  EXPECT_TRUE(cleaned);
}

TEST(run, throws_what_the_coroutine_throws_and_leaves_no_descriptor) {
  const std::size_t before = open_descriptors();
  EXPECT_THROW(aio::run([]() -> aio::task<> {
                 throw std::runtime_error("x");
                 co_return;
               }()),
               std::runtime_error);
  EXPECT_THROW(aio::run([]() -> aio::task<> {
                 aio::current_task().cancel();
                 co_await aio::yield();
               }()),
               rt::cancelled_error);
  EXPECT_EQ(open_descriptors(), before);
}

TEST(runner, runs_several_coroutines_on_one_loop) {
  aio::runner runner;
  aio::event_loop *first = runner.run([]() -> aio::task<aio::event_loop *> { co_return &aio::get_running_loop(); }());
  EXPECT_EQ(first, &runner.get_loop());
  EXPECT_EQ(runner.run([]() -> aio::task<int> { co_return 2; }()), 2);
  runner.close();
  EXPECT_TRUE(first->is_closed());
}

TEST(debug, reports_a_callback_that_holds_up_the_loop) {
  const reports seen;
  aio::event_loop loop;
  loop.set_debug(true);
  EXPECT_TRUE(loop.get_debug());
  loop.slow_callback_duration = 1ms;
  loop.call_soon([] { std::this_thread::sleep_for(3ms); });
  loop.run_until_complete(loop.create_task(
      []() -> aio::task<> {
        std::this_thread::sleep_for(3ms);
        co_return;
      }(),
      "sleepy"));
  EXPECT_TRUE(seen.contain("a callback held up the event loop"));
  EXPECT_TRUE(seen.contain("task 'sleepy' held up the event loop"));
}

TEST(debug, is_asked_for_by_the_environment) {
  ASSERT_EQ(::setenv("HEDDLE_RT_DEBUG", "1", 1), 0);
  EXPECT_TRUE(aio::event_loop().get_debug());
  ASSERT_EQ(::setenv("HEDDLE_RT_DEBUG", "", 1), 0);
  EXPECT_FALSE(aio::event_loop().get_debug());
  ::unsetenv("HEDDLE_RT_DEBUG");
}

TEST(debug, reports_a_coroutine_that_was_never_awaited) {
  const reports seen;
  {
    aio::task<> forgotten = []() -> aio::task<> { co_return; }();
    aio::task<> closed = []() -> aio::task<> { co_return; }();
    closed.close();
  }
  EXPECT_EQ(seen.texts.size(), 1u);
  EXPECT_TRUE(seen.contain("was never awaited"));
}

TEST(debug, reports_an_exception_that_nobody_retrieved) {
  const reports seen;
  run([]() -> aio::task<> {
    aio::create_task(
        []() -> aio::task<> {
          throw std::runtime_error("lost");
          co_return;
        }(),
        "loser");
    co_await aio::yield();
    co_await aio::yield();
  }());
  EXPECT_TRUE(seen.contain("task 'loser', whose exception was never retrieved: lost"));
}

TEST(debug, refuses_calls_from_another_thread) {
  aio::event_loop loop;
  loop.set_debug(true);
  loop.call_soon([&] {
    std::jthread([&] { EXPECT_THROW(loop.call_soon([] {}), rt::misuse_error); });
    loop.stop();
  });
  loop.run_forever();
}

TEST(debug, reports_a_descriptor_that_was_closed_while_it_was_watched) {
  const reports seen;
  aio::event_loop loop;
  loop.set_debug(true);
  int ends[2];
  ASSERT_EQ(::pipe2(ends, O_NONBLOCK | O_CLOEXEC), 0);
  loop.add_reader(ends[0], [] {});
  ::close(ends[0]);
  loop.remove_reader(ends[0]);
  ::close(ends[1]);
  EXPECT_TRUE(seen.contain("was closed while the event loop watched it"));
}

} // namespace
