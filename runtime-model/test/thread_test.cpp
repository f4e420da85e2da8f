//===- thread_test.cpp - tests of thread.h -------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/error.h"
#include "heddle/rt/excepthook.h"
#include "heddle/rt/thread.h"
#include <atomic>
#include <gtest/gtest.h>
#include <memory>
#include <pthread.h>
#include <vector>

using namespace heddle::rt;
using namespace std::chrono_literals;

namespace {

/// Collects what the excepthook gets.
class caught {
public:
  caught() {
    before = set_excepthook([this](const unhandled_exception &e) {
      std::lock_guard held(m);
      texts.push_back(e.where + ": " + describe(e.error));
    });
  }
  ~caught() { set_excepthook(before); }
  std::vector<std::string> all() {
    std::lock_guard held(m);
    return texts;
  }

private:
  excepthook before;
  std::mutex m;
  std::vector<std::string> texts;
};

TEST(thread, calls_its_entry_with_copies_of_the_arguments) {
  std::string text = "abc";
  int number = 0;
  thread t([&number](std::string s, int x, std::unique_ptr<int> p) { number = static_cast<int>(s.size()) + x + *p; },
           text, 2, std::make_unique<int>(3));
  text = "longer";
  t.join();
  EXPECT_EQ(number, 8);
}

TEST(thread, refers_where_it_is_told_to) {
  int number = 1;
  thread([](int &n) { ++n; }, std::ref(number)).join();
  EXPECT_EQ(number, 2);
}

TEST(thread, calls_member_functions) {
  struct counter {
    void add(int n) { value += n; }
    int value = 0;
  } c;
  thread(&counter::add, &c, 5).join();
  EXPECT_EQ(c.value, 5);
}

TEST(thread, joins_when_it_is_destroyed) {
  std::atomic<bool> done = false;
  {
    thread t([&] {
      std::this_thread::sleep_for(10ms);
      done = true;
    });
  }
  EXPECT_TRUE(done);
}

TEST(thread, is_asked_to_stop_when_it_is_destroyed) {
  std::atomic<bool> stopped = false;
  {
    thread t(
        [&](std::stop_token stop, int) {
          while (this_thread::sleep_for(1h, stop)) {
          }
          stopped = this_thread::stop_requested();
        },
        1);
  }
  EXPECT_TRUE(stopped);
}

TEST(thread, join_rethrows_the_exception_once) {
  thread t([] { throw std::domain_error("no"); });
  try {
    t.join();
    FAIL();
  } catch (const std::domain_error &e) {
    EXPECT_STREQ(e.what(), "no");
  }
  EXPECT_NO_THROW(t.join());
  EXPECT_FALSE(t.is_alive());
}

TEST(thread, a_timed_join_rethrows_too) {
  thread t([] { throw 7; });
  EXPECT_THROW(t.join(1h), int);
}

TEST(thread, an_exception_that_nobody_joins_goes_to_the_hook) {
  caught hook;
  {
    thread t({.name = "Loop"}, [] { throw std::domain_error("no"); });
  }
  EXPECT_EQ(hook.all(), (std::vector<std::string>{"thread 'Loop': no"}));
}

TEST(thread, a_joined_exception_does_not_go_to_the_hook) {
  caught hook;
  {
    thread t([] { throw std::domain_error("no"); });
    EXPECT_THROW(t.join(), std::domain_error);
  }
  EXPECT_TRUE(hook.all().empty());
}

TEST(thread, an_exception_of_a_daemon_without_handle_goes_to_the_hook) {
  caught hook;
  std::atomic<bool> go = false;
  auto ref = [&] {
    thread t({.name = "Daemon", .daemon = true}, [&] {
      while (!go)
        this_thread::sleep_for(1ms);
      throw std::domain_error("late");
    });
    return t.ref();
  }();
  EXPECT_TRUE(ref.is_alive());
  go = true;
  while (hook.all().empty())
    this_thread::sleep_for(1ms);
  EXPECT_EQ(hook.all().front(), "thread 'Daemon': late");
}

TEST(thread, a_timed_join_waits_no_longer_and_may_be_repeated) {
  std::atomic<bool> go = false;
  thread t([&] {
    while (!go)
      this_thread::sleep_for(1ms);
  });
  auto begin = clock::now();
  EXPECT_FALSE(t.join(20ms));
  EXPECT_GE(clock::now() - begin, 20ms);
  EXPECT_TRUE(t.is_alive());
  EXPECT_FALSE(t.join(0ms));
  go = true;
  EXPECT_TRUE(t.join(1h));
  EXPECT_TRUE(t.join(0ms));
}

TEST(thread, several_threads_may_join_one) {
  thread slow([] { this_thread::sleep_for(10ms); });
  std::vector<thread> all;
  for (int i = 0; i < 3; ++i)
    all.emplace_back([&] { slow.join(); });
  for (thread &one : all)
    one.join();
  EXPECT_FALSE(slow.is_alive());
}

TEST(thread, misuse_is_refused) {
  thread none;
  EXPECT_FALSE(none.valid());
  EXPECT_THROW(none.join(), misuse_error);
  EXPECT_THROW(none.name(), misuse_error);
  thread later({.deferred = true}, [] {});
  EXPECT_THROW(later.join(), misuse_error);
  later.start();
  EXPECT_THROW(later.start(), misuse_error);
  later.join();
  EXPECT_THROW(later.start(), misuse_error);
}

TEST(thread, cannot_join_itself) {
  std::atomic<thread *> self = nullptr;
  thread t([&] {
    while (!self)
      this_thread::sleep_for(1ms);
    self.load()->join();
  });
  self = &t;
  EXPECT_THROW(t.join(), misuse_error);
}

TEST(thread, a_deferred_one_begins_when_told) {
  int number = 0;
  thread t({.deferred = true}, [&] { number = 1; });
  EXPECT_FALSE(t.is_alive());
  EXPECT_EQ(t.ident(), std::thread::id());
  EXPECT_EQ(t.native_id(), 0);
  t.start();
  t.join();
  EXPECT_EQ(number, 1);
  thread dropped({.deferred = true}, [&] { number = 2; });
  dropped = thread();
  EXPECT_EQ(number, 1);
}

TEST(thread, moves) {
  std::atomic<int> done = 0;
  thread a([&] { ++done; });
  thread b = std::move(a);
  EXPECT_FALSE(a.valid()); // NOLINT(bugprone-use-after-move): this is what is tested
  b = thread([&] { ++done; });
  b.join();
  EXPECT_EQ(done, 2);
}

TEST(thread, has_a_name_also_for_the_system) {
  std::string seen;
  char system[16] = "";
  thread t({.name = "A name that is long"}, [&] {
    seen = current_thread().name();
    pthread_getname_np(pthread_self(), system, sizeof system);
  });
  t.join();
  EXPECT_EQ(seen, "A name that is long");
  EXPECT_STREQ(system, "A name that is ");
  EXPECT_TRUE(thread([] {}).name().starts_with("Thread-"));
}

TEST(thread, has_a_stack_of_the_size_told) {
  std::size_t size = 0;
  thread t({.stack_size = 1 << 20}, [&] {
    pthread_attr_t attr;
    pthread_getattr_np(pthread_self(), &attr);
    pthread_attr_getstacksize(&attr, &size);
    pthread_attr_destroy(&attr);
  });
  t.join();
  EXPECT_EQ(size, 1u << 20);
  EXPECT_THROW(thread({.stack_size = 1}, [] {}), std::system_error);
}

TEST(thread, an_end_by_pthread_exit_is_an_end) {
  thread t([] { pthread_exit(nullptr); });
  EXPECT_NO_THROW(t.join());
  EXPECT_FALSE(t.is_alive());
}

TEST(thread, many_at_once_under_load) {
  std::atomic<int> done = 0;
  for (int round = 0; round < 20; ++round) {
    std::vector<thread> all;
    for (int i = 0; i < 20; ++i)
      all.emplace_back([&] { done += active_count() > 0; });
  }
  EXPECT_EQ(done, 400);
  EXPECT_EQ(active_count(), 1u);
}

TEST(sleep_for, sleeps_for_the_time_unless_it_is_stopped) {
  auto begin = clock::now();
  this_thread::sleep_for(5ms);
  this_thread::sleep_for(-1h);
  std::stop_source source;
  EXPECT_TRUE(this_thread::sleep_for(5ms, source.get_token()));
  EXPECT_GE(clock::now() - begin, 10ms);
  source.request_stop();
  EXPECT_FALSE(this_thread::sleep_for(1h, source.get_token()));
}

} // namespace
