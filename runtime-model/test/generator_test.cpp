//===- generator_test.cpp - tests of generators --------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "aio_test.h"

namespace {

using rt::from;
using rt::generator;

generator<int> count(int end) {
  for (int i = 0; i < end; ++i)
    co_yield i;
}
generator<int, void, int> count_and_return(int end) {
  co_yield from(count(end));
  co_return end;
}
generator<int, void, int> twice(int end) {
  const int first = co_yield from(count_and_return(end));
  const int second = co_yield from(count_and_return(first));
  co_return first + second;
}
generator<long> nested(long depth) {
  if (depth > 0) {
    co_yield from(nested(depth - 1));
  } else {
    co_yield 1;
    co_yield 2;
  }
}
generator<double, double> average() {
  double sum = 0;
  double last = 0;
  for (int n = 1;; ++n) {
    sum += co_yield last;
    last = sum / n;
  }
}
generator<std::string, std::string> echo(std::vector<std::string> &log) {
  std::string got;
  while (true) {
    try {
      got = co_yield "<" + got + ">";
    } catch (const std::exception &e) {
      got = std::string("caught ") + e.what();
    } catch (const rt::generator_exit &) {
      log.push_back("exit");
      throw;
    }
  }
}

TEST(generator, is_a_range) {
  std::vector<int> all;
  for (int n : count(4))
    all.push_back(n);
  EXPECT_EQ(all, (std::vector{0, 1, 2, 3}));
  static_assert(std::ranges::input_range<generator<int>>);
  auto g = count(3);
  EXPECT_EQ(std::ranges::distance(g), 3);
}

TEST(generator, ends_and_returns) {
  auto g = count_and_return(1);
  EXPECT_THROW(g.result(), rt::invalid_state_error);
  EXPECT_EQ(g.next(), 0);
  EXPECT_EQ(g.next(), std::nullopt);
  EXPECT_EQ(g.next(), std::nullopt);
  EXPECT_EQ(g.result(), 1);
}

TEST(generator, is_sent_values) {
  auto g = average();
  EXPECT_THROW(g.send(1.0), rt::misuse_error);
  EXPECT_EQ(g.next(), 0.0);
  EXPECT_EQ(g.send(10), 10.0);
  EXPECT_EQ(g.send(20), 15.0);
}

TEST(generator, throws_inside_what_is_thrown_in) {
  std::vector<std::string> log;
  auto g = echo(log);
  EXPECT_EQ(g.next(), "<>");
  EXPECT_EQ(g.throw_in(std::make_exception_ptr(std::runtime_error("e"))), "<caught e>");
  EXPECT_EQ(g.send("x"), "<x>");
  g.close();
  EXPECT_TRUE(g.ended());
  EXPECT_EQ(log, std::vector<std::string>{"exit"});
  EXPECT_THROW(g.throw_in(std::make_exception_ptr(std::runtime_error("late"))), std::runtime_error);
  auto fresh = echo(log);
  EXPECT_THROW(fresh.throw_in(std::make_exception_ptr(std::runtime_error("early"))), std::runtime_error);
  EXPECT_TRUE(fresh.ended());
}

TEST(generator, delegates_with_values_and_results) {
  auto g = twice(2);
  std::vector<int> all;
  for (int n : g)
    all.push_back(n);
  EXPECT_EQ(all, (std::vector{0, 1, 0, 1}));
  EXPECT_EQ(g.result(), 4);
}

TEST(generator, what_is_sent_and_thrown_in_goes_to_the_innermost) {
  std::vector<std::string> log;
  auto outer = [](std::vector<std::string> &log) -> generator<std::string, std::string> { co_yield from(echo(log)); };
  auto g = outer(log);
  g.next();
  EXPECT_EQ(g.send("a"), "<a>");
  EXPECT_EQ(g.throw_in(std::make_exception_ptr(std::runtime_error("e"))), "<caught e>");
  g.close();
  EXPECT_EQ(log, std::vector<std::string>{"exit"});
}

TEST(generator, a_million_delegations_need_no_stack) {
  auto g = nested(1'000'000);
  EXPECT_EQ(g.next(), 1);
  EXPECT_EQ(g.next(), 2);
  EXPECT_EQ(g.next(), std::nullopt);
  auto unfinished = nested(1'000'000);
  EXPECT_EQ(unfinished.next(), 1);
}

TEST(generator, refuses_to_step_itself_and_to_ignore_its_end) {
  generator<int> *self = nullptr;
  auto make = [](generator<int> *&self) -> generator<int> {
    EXPECT_THROW(self->next(), rt::misuse_error);
    co_yield 1;
  };
  auto g = make(self);
  self = &g;
  EXPECT_EQ(g.next(), 1);
  auto stubborn = []() -> generator<int> {
    for (int i = 0; i < 2; ++i) {
      try {
        co_yield i;
      } catch (const rt::generator_exit &) {
      }
    }
  }();
  stubborn.next();
  EXPECT_THROW(stubborn.close(), rt::misuse_error);
}

TEST(generator, an_exception_leaves_the_step_and_ends_it) {
  auto g = []() -> generator<int> {
    co_yield 1;
    throw std::runtime_error("broken");
  }();
  EXPECT_EQ(g.next(), 1);
  EXPECT_THROW(g.next(), std::runtime_error);
  EXPECT_TRUE(g.ended());
  EXPECT_EQ(g.next(), std::nullopt);
}

aio::async_generator<int> ticks(int end, std::vector<std::string> *log = nullptr) {
  try {
    for (int i = 0; i < end; ++i) {
      co_await aio::yield();
      co_yield i;
    }
  } catch (const rt::generator_exit &) {
  }
  co_await aio::yield();
  if (log)
    log->push_back("cleaned up");
}

TEST(async_generator, awaits_between_its_values) {
  run([]() -> aio::task<> {
    auto g = ticks(3);
    std::vector<int> all;
    while (auto n = co_await g.next())
      all.push_back(*n);
    EXPECT_EQ(all, (std::vector{0, 1, 2}));
    EXPECT_EQ(co_await g.next(), std::nullopt);
  }());
}

TEST(async_generator, is_closed_with_awaits_or_destroyed_without) {
  run([]() -> aio::task<> {
    std::vector<std::string> log;
    auto g = ticks(3, &log);
    co_await g.next();
    co_await g.aclose();
    EXPECT_TRUE(g.ended());
    EXPECT_EQ(log, std::vector<std::string>{"cleaned up"});
    {
      auto dropped = ticks(3, &log);
      co_await dropped.next();
    }
    EXPECT_EQ(log.size(), 1u);
  }());
}

TEST(async_generator, is_sent_values_and_exceptions) {
  run([]() -> aio::task<> {
    auto doubled = []() -> aio::async_generator<int, int> {
      int last = 0;
      while (true) {
        try {
          last = 2 * (co_yield last);
        } catch (const std::exception &) {
          last = -1;
        }
        co_await aio::yield();
      }
    };
    auto g = doubled();
    EXPECT_THROW(g.asend(1), rt::misuse_error);
    EXPECT_EQ(co_await g.next(), 0);
    EXPECT_EQ(co_await g.asend(4), 8);
    EXPECT_EQ(co_await g.athrow(std::make_exception_ptr(std::runtime_error("e"))), -1);
  }());
}

TEST(async_generator, belongs_to_one_task_at_a_time_and_is_cancelled_with_it) {
  run([]() -> aio::task<> {
    auto slow = []() -> aio::async_generator<int> {
      co_await aio::sleep(1h);
      co_yield 1;
    };
    auto g = slow();
    aio::task_handle<> first = aio::create_task([](auto &g) -> aio::task<> { co_await g.next(); }(g));
    co_await aio::yield();
    EXPECT_THROW(g.next(), rt::misuse_error);
    first.cancel();
    EXPECT_THROW(co_await first, rt::cancelled_error);
    EXPECT_TRUE(g.ended());
  }());
}

TEST(async_generator, goes_with_the_task_that_is_destroyed_while_it_steps_it) {
  const reports quiet;
  aio::event_loop loop;
  loop.create_task([]() -> aio::task<> {
    auto slow = []() -> aio::async_generator<int> {
      const std::string held(100, 'x');
      co_await aio::sleep(1h);
      co_yield 1;
    };
    auto g = slow();
    co_await g.next();
  }());
  loop.call_soon([&] { loop.stop(); });
  loop.run_forever();
}

} // namespace
