//===- aio_subprocess_test.cpp - tests of other programs -----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "aio_test.h"
#include <cerrno>
#include <csignal>
#include <sys/wait.h>

namespace {

using aio::redirect;

/// No child is left, neither running nor as a zombie.
bool no_children() {
  return ::waitpid(-1, nullptr, WNOHANG) == -1 && errno == ECHILD;
}

TEST(subprocess, is_fed_and_read_to_the_end) {
  const std::size_t before = open_descriptors();
  run([]() -> aio::task<> {
    aio::child_process sort = co_await aio::create_subprocess_exec(
        aio::arguments("sort"), aio::subprocess_options().in(redirect::pipe).out(redirect::pipe));
    EXPECT_GT(sort.pid(), 0);
    const auto output = co_await sort.communicate("b\na\n");
    EXPECT_EQ(output.out, "a\nb\n");
    EXPECT_EQ(sort.returncode(), 0);
    EXPECT_EQ(co_await sort.wait(), 0);
  }());
  EXPECT_TRUE(no_children());
  EXPECT_EQ(open_descriptors(), before);
}

TEST(subprocess, communicate_does_not_stop_at_full_pipes) {
  run([]() -> aio::task<> {
    aio::child_process both = co_await aio::create_subprocess_shell(
        "cat; head -c 300000 /dev/zero >&2",
        aio::subprocess_options().in(redirect::pipe).out(redirect::pipe).err(redirect::pipe));
    const auto output = co_await both.communicate(std::string(500'000, 'x'));
    EXPECT_EQ(output.out.size(), 500'000u);
    EXPECT_EQ(output.err.size(), 300'000u);
  }());
}

TEST(subprocess, a_child_that_does_not_read_its_input_harms_nobody) {
  run([]() -> aio::task<> {
    aio::child_process child =
        co_await aio::create_subprocess_shell("exit 3", aio::subprocess_options().in(redirect::pipe));
    co_await child.communicate(std::string(1'000'000, 'x'));
    EXPECT_EQ(child.returncode(), 3);
  }());
}

TEST(subprocess, is_sent_signals_and_tells_which_ended_it) {
  run([]() -> aio::task<> {
    aio::child_process child = co_await aio::create_subprocess_shell("exec sleep 1000");
    EXPECT_FALSE(child.returncode());
    child.terminate();
    EXPECT_EQ(co_await child.wait(), -SIGTERM);
    EXPECT_THROW(child.kill(), std::system_error);
  }());
}

TEST(subprocess, obeys_its_options) {
  run([]() -> aio::task<> {
    auto options = aio::subprocess_options().out(redirect::pipe).err(redirect::to_stdout).cwd("/");
    options.env(aio::arguments("NAME=value"));
    aio::child_process child = co_await aio::create_subprocess_shell("pwd; echo $NAME >&2", options);
    EXPECT_EQ(co_await child.out()->readline(), "/\n");
    EXPECT_EQ(co_await child.out()->readline(), "value\n");
    EXPECT_EQ(child.in(), nullptr);
    co_await child.wait();
    aio::child_process silent =
        co_await aio::create_subprocess_shell("echo hidden", aio::subprocess_options().out(redirect::devnull));
    EXPECT_EQ(co_await silent.wait(), 0);
    EXPECT_THROW(co_await aio::create_subprocess_exec(aio::arguments("no-such-program-anywhere")), std::system_error);
    EXPECT_THROW(co_await aio::create_subprocess_exec(std::vector<std::string>()), rt::value_error);
  }());
}

TEST(subprocess, many_at_once_leave_no_zombie_also_if_nobody_waits) {
  const std::size_t before = open_descriptors();
  run([]() -> aio::task<> {
    std::vector<pid_t> pids;
    for (int i = 0; i < 20; ++i) {
      aio::child_process child = co_await aio::create_subprocess_shell("exit 0");
      pids.push_back(child.pid());
    }
    while (!no_children())
      co_await aio::sleep(1ms);
  }());
  EXPECT_TRUE(no_children());
  EXPECT_EQ(open_descriptors(), before);
}

TEST(subprocess, still_running_at_the_end_is_killed_and_reaped) {
  const reports seen;
  aio::run([]() -> aio::task<> { co_await aio::create_subprocess_exec(aio::arguments("sleep", "1000")); }(),
           {.debug = true});
  EXPECT_TRUE(no_children());
  EXPECT_TRUE(seen.contain("still ran when its event loop was closed"));
}

TEST(subprocess, wait_can_be_cancelled) {
  run([]() -> aio::task<> {
    aio::child_process child = co_await aio::create_subprocess_shell("exec sleep 1000");
    EXPECT_THROW(co_await aio::wait_for(child.wait(), 1ms), rt::timeout_error);
    child.kill();
    EXPECT_EQ(co_await child.wait(), -SIGKILL);
  }());
}

} // namespace
