//===- thread_exit_test.cpp - tests of the end of main -------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each death test is a process of its own; what it prints at its end is the
// evidence.
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/thread.h"
#include "heddle/rt/thread_pool_executor.h"
#include <cstdio>
#include <cstdlib>
#include <gtest/gtest.h>

using namespace heddle::rt;
using namespace std::chrono_literals;

namespace {

void say(const char *text) {
  std::fputs(text, stderr);
}

class end_of_main : public testing::Test {
protected:
  void SetUp() override { GTEST_FLAG_SET(death_test_style, "threadsafe"); }
};

TEST_F(end_of_main, asks_daemons_to_stop_and_lets_them_finish_what_they_do) {
  auto program = [] {
    thread t({.daemon = true}, [](std::stop_token stop) {
      say("begun ");
      this_thread::sleep_for(1h, stop);
      std::this_thread::sleep_for(20ms);
      say("written\n");
    });
    t.native_id(); // it runs
    std::exit(0);
  };
  EXPECT_EXIT(program(), testing::ExitedWithCode(0), "begun written");
}

TEST_F(end_of_main, names_a_daemon_that_does_not_stop) {
  auto program = [] {
    set_daemon_grace(5ms);
    thread t({.name = "Deaf", .daemon = true}, [] { std::this_thread::sleep_for(1h); });
    std::exit(3);
  };
  EXPECT_EXIT(program(), testing::ExitedWithCode(3), "daemon thread 'Deaf' does not look at its stop token");
}

TEST_F(end_of_main, waits_for_threads_that_are_no_daemons) {
  auto program = [] {
    new thread([] { // no destructor will join it
      std::this_thread::sleep_for(20ms);
      say("done\n");
    });
    std::exit(0);
  };
  EXPECT_EXIT(program(), testing::ExitedWithCode(0), "done");
}

TEST_F(end_of_main, may_come_in_a_thread) {
  auto program = [] {
    thread t([] { std::exit(4); });
    t.join();
  };
  EXPECT_EXIT(program(), testing::ExitedWithCode(4), "");
}

TEST_F(end_of_main, lets_a_pool_finish_what_is_queued) {
  auto program = [] {
    auto *pool = new thread_pool_executor(1);
    pool->submit([] { std::this_thread::sleep_for(10ms); });
    pool->submit([] { say("second\n"); });
    std::exit(0);
  };
  EXPECT_EXIT(program(), testing::ExitedWithCode(0), "second");
}

TEST(daemon_grace, can_be_changed) {
  auto before = set_daemon_grace(1s);
  EXPECT_EQ(before, 2s);
  EXPECT_EQ(set_daemon_grace(before), 1s);
  EXPECT_EQ(daemon_grace(), 2s);
}

} // namespace
