//===- thread_ref_test.cpp - tests of thread_ref.h -----------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/thread.h"
#include "heddle/rt/thread_ref.h"
#include <algorithm>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace heddle::rt;
using namespace std::chrono_literals;

namespace {

TEST(registry, knows_the_main_thread) {
  EXPECT_EQ(current_thread(), main_thread());
  EXPECT_EQ(main_thread().name(), "MainThread");
  EXPECT_EQ(main_thread().ident(), std::this_thread::get_id());
  EXPECT_EQ(main_thread().native_id(), getpid());
  EXPECT_FALSE(main_thread().daemon());
  EXPECT_TRUE(main_thread().is_alive());
}

TEST(registry, lists_who_is_alive_the_oldest_first) {
  std::atomic<bool> go = false;
  auto wait = [&] {
    while (!go)
      this_thread::sleep_for(1ms);
  };
  thread a({.name = "a"}, wait), b({.name = "b", .daemon = true}, wait);
  EXPECT_EQ(active_count(), 3u);
  std::vector<thread_ref> all = enumerate();
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0], main_thread());
  EXPECT_EQ(all[1].name(), "a");
  EXPECT_EQ(all[2].name(), "b");
  EXPECT_TRUE(all[2].daemon());
  EXPECT_EQ(all[1], a.ref());
  go = true;
  a.join();
  b.join();
  EXPECT_EQ(active_count(), 1u);
  EXPECT_FALSE(all[1].is_alive());
  EXPECT_EQ(all[1].name(), "a");
}

TEST(registry, a_thread_knows_itself) {
  thread t({.name = "Loop"}, [&] {
    EXPECT_EQ(current_thread().name(), "Loop");
    EXPECT_EQ(current_thread().native_id(), gettid());
    EXPECT_EQ(current_thread().ident(), std::this_thread::get_id());
    EXPECT_NE(current_thread(), main_thread());
    current_thread().set_name("Renamed");
  });
  EXPECT_NE(t.native_id(), 0);
  t.join();
  EXPECT_EQ(t.name(), "Renamed");
}

TEST(registry, takes_in_other_threads_until_they_end) {
  std::jthread([] {
    EXPECT_TRUE(current_thread().name().starts_with("Dummy-"));
    EXPECT_TRUE(current_thread().daemon());
    EXPECT_EQ(current_thread(), current_thread());
    EXPECT_EQ(active_count(), 2u);
  }).join();
  EXPECT_EQ(active_count(), 1u);
}

TEST(registry, another_thread_may_ask_for_the_main_thread_first) {
  std::jthread([] { EXPECT_EQ(main_thread().name(), "MainThread"); }).join();
  EXPECT_EQ(current_thread(), main_thread());
}

TEST(registry, a_request_to_stop_reaches_the_thread) {
  thread t([](std::stop_token stop) { EXPECT_FALSE(this_thread::sleep_for(1h, stop)); });
  EXPECT_FALSE(t.get_stop_token().stop_requested());
  EXPECT_TRUE(t.request_stop());
  EXPECT_FALSE(t.ref().request_stop());
  t.join();
}

#if defined(__SANITIZE_THREAD__)
#define HEDDLE_TSAN
#elif defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define HEDDLE_TSAN
#endif
#endif

// ThreadSanitizer does not support threads in a child of a program with threads.
#ifndef HEDDLE_TSAN
TEST(fork, leaves_one_thread_in_the_child) {
  thread other([](std::stop_token stop) { this_thread::sleep_for(1h, stop); });
  pid_t child = fork();
  if (child == 0) {
    bool good = active_count() == 1 && main_thread() == current_thread() && !other.is_alive() && other.join(0ms) &&
                current_thread().native_id() == gettid();
    thread fresh([&] { good = good && active_count() == 2; });
    fresh.join();
    other = thread(); // must not wait for what is not there
    std::_Exit(good ? 0 : 1);
  }
  int status = -1;
  ASSERT_EQ(waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  EXPECT_TRUE(other.is_alive());
}

TEST(fork, in_another_thread_makes_it_the_childs_main_thread) {
  int status = -1;
  thread forks({.name = "forks"}, [&] {
    pid_t child = fork();
    if (child == 0)
      std::_Exit(main_thread().name() == "forks" && active_count() == 1 ? 0 : 1);
    waitpid(child, &status, 0);
  });
  forks.join();
  EXPECT_EQ(status, 0);
}
#endif

} // namespace
