//===- mp_process_test.cpp - child processes -----------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/mp/event.h"
#include "heddle/rt/thread.h"
#include "mp_test.h"
#include <fcntl.h>
#include <fstream>
#include <sys/wait.h>

namespace rt = heddle::rt;
using mp::entry;
using mp::process;
using mp::start_method;

namespace {

/// P11: a static object that wants to start a process.
const std::string before_main = message_of<rt::process_error>([] { process p([] {}); });

void nothing() {}
void fail_with(std::string what) {
  throw std::out_of_range(what);
}
void leave_with(int code) {
  throw mp::process_exit{code};
}
void wait_for_end(mp::event end) {
  end.wait();
}
void tell_names(mp::connection out) {
  out.send(std::pair(mp::current_process().name, mp::parent_process()->name));
  out.send(std::pair(mp::current_process().pid, mp::parent_process()->pid));
}
void tell_arguments(mp::connection out, int a, std::string b, std::map<std::string, int> c) {
  out.send(std::tuple(a, b, c));
}

class Processes : public NothingLeft {};

/// Each test once with fork and once with spawn.
class ByMethod : public NothingLeft, public ::testing::WithParamInterface<start_method> {
protected:
  template <class... Args> process start(Args &&...args) {
    return process({.method = GetParam()}, std::forward<Args>(args)...);
  }
};

INSTANTIATE_TEST_SUITE_P(Start, ByMethod, ::testing::Values(start_method::fork, start_method::spawn),
                         [](const auto &info) { return info.param == start_method::fork ? "Fork" : "Spawn"; });

TEST_P(ByMethod, ReturnIsExitCodeZero) {
  process p = start(entry<nothing>);
  EXPECT_TRUE(p.join());
  EXPECT_EQ(p.exitcode(), 0);
  EXPECT_FALSE(p.is_alive());
}

TEST_P(ByMethod, ProcessExitIsItsCode) {
  process p = start(entry<leave_with>, 7);
  p.join();
  EXPECT_EQ(p.exitcode(), 7);
}

TEST_P(ByMethod, ExceptionIsPrintedAndExitCodeOne) {
  int output[2];
  ASSERT_EQ(pipe2(output, O_CLOEXEC), 0);
  int standard_error = dup(2);
  dup2(output[1], 2);
  process p({.name = "Failing", .method = GetParam()}, entry<fail_with>, "too far");
  dup2(standard_error, 2);
  ::close(standard_error);
  ::close(output[1]);
  p.join();
  EXPECT_EQ(p.exitcode(), 1);
  char text[256] = {};
  EXPECT_GT(read(output[0], text, sizeof text - 1), 0);
  ::close(output[0]);
  EXPECT_STREQ(text, "heddle: exception in process 'Failing': std::out_of_range: too far\n");
}

TEST_P(ByMethod, SignalIsNegativeExitCode) {
  mp::event never;
  process p = start(entry<wait_for_end>, never);
  process q = start(entry<wait_for_end>, never);
  EXPECT_TRUE(p.is_alive());
  EXPECT_EQ(p.exitcode(), std::nullopt);
  EXPECT_FALSE(p.join(1ms));
  p.terminate();
  q.kill();
  p.join();
  q.join();
  EXPECT_EQ(p.exitcode(), -SIGTERM);
  EXPECT_EQ(q.exitcode(), -SIGKILL);
  p.terminate(); // has ended: nothing happens
}

TEST_P(ByMethod, CrashHarmsNobodyElse) {
  process p = start([] { std::signal(SIGSEGV, SIG_DFL), std::raise(SIGSEGV); });
  p.join();
  EXPECT_EQ(p.exitcode(), -SIGSEGV);
}

TEST_P(ByMethod, NamesAndIds) {
  auto [mine, its] = mp::pipe();
  process p({.name = "Namer", .method = GetParam()}, entry<tell_names>, std::move(its));
  EXPECT_EQ((mine.recv<std::pair<std::string, std::string>>()),
            std::pair(std::string("Namer"), std::string("MainProcess")));
  EXPECT_EQ((mine.recv<std::pair<pid_t, pid_t>>()), std::pair(p.pid(), getpid()));
  EXPECT_EQ(p.name(), "Namer");
}

TEST_P(ByMethod, Arguments) {
  auto [mine, its] = mp::pipe();
  process p = start(entry<tell_arguments>, std::move(its), 1, "2", std::map<std::string, int>{{"c", 3}});
  EXPECT_EQ((mine.recv<std::tuple<int, std::string, std::map<std::string, int>>>()),
            std::tuple(1, std::string("2"), std::map<std::string, int>{{"c", 3}}));
}

TEST_P(ByMethod, SentinelBecomesReady) {
  mp::event end;
  process p = start(entry<wait_for_end>, end);
  EXPECT_TRUE(mp::wait({p.sentinel()}, 0ns).empty());
  end.set();
  EXPECT_EQ(mp::wait({p.sentinel()}).size(), 1u);
}

TEST_P(ByMethod, GrandchildrenAreWaitedFor) {
  auto [mine, its] = mp::pipe();
  process p = start(
      [](mp::connection out) {
        process q({.name = ""}, [](mp::connection deep) { deep.send(mp::current_process().name); }, std::move(out));
      },
      std::move(its));
  EXPECT_EQ(mine.recv<std::string>(), p.name() + ":1");
}

TEST_P(ByMethod, DaemonEndsWithItsHandle) {
  mp::event never;
  pid_t pid = 0;
  {
    process p({.daemon = true, .method = GetParam()}, entry<wait_for_end>, never);
    pid = p.pid();
  }
  EXPECT_EQ(::kill(pid, 0), -1) << "it is gone and reaped";
}

TEST_P(ByMethod, DaemonEndsWithItsParent) {
  auto [mine, its] = mp::pipe();
  mp::event never;
  process parent = start(
      [](mp::connection out, mp::event end) {
        static process outlives_the_work({.daemon = true}, entry<wait_for_end>, end);
        out.send(outlives_the_work.pid());
      },
      std::move(its), never);
  auto daemon = mine.recv<pid_t>();
  parent.join();
  EXPECT_EQ(parent.exitcode(), 0);
  EXPECT_EQ(::kill(daemon, 0), -1);
}

TEST_P(ByMethod, DaemonsHaveNoChildren) {
  process p({.daemon = true, .method = GetParam()}, [] {
    if (!message_of<rt::process_error>([] { process q(entry<nothing>); }).starts_with("a daemon process cannot"))
      throw mp::process_exit{3};
  });
  p.join();
  EXPECT_EQ(p.exitcode(), 0);
}

TEST_F(Processes, RefusedBeforeMain) {
  EXPECT_EQ(before_main, "a process cannot be started before main, while static objects are being made");
}

TEST_F(Processes, SpawnNeedsARegisteredEntry) {
  int captured = 1;
  auto message = [](auto &&f) {
    return message_of<rt::process_error>([&] { process p({.method = start_method::spawn}, f); });
  };
  EXPECT_EQ(message([captured] { static_cast<void>(captured); }),
            "spawn cannot start the process: its callable is not a registered entry (write mp::entry<f>, or a lambda "
            "without captures)");
  EXPECT_TRUE(message(nothing).starts_with("spawn cannot start the process: its callable"));
  EXPECT_EQ(message_of<rt::process_error>([&] { process p({.method = start_method::spawn}, [](int *) {}, &captured); }),
            "spawn cannot start the process: an argument cannot be sent (specialise heddle::rt::wire for its type)");
}

TEST_F(Processes, ForkTakesAnyCallable) {
  int local = 5;
  process p([&] { throw mp::process_exit{local}; });
  p.join();
  EXPECT_EQ(p.exitcode(), 5);
}

TEST_F(Processes, ForkIsRefusedWhileThreadsRun) {
  rt::thread t([](std::stop_token stop) {
    while (!stop.stop_requested())
      rt::this_thread::sleep_for(1ms);
  });
  EXPECT_TRUE(message_of<rt::process_error>([] { process p(entry<nothing>); }).starts_with("fork while 1 other"));
  process spawned({.method = start_method::spawn}, entry<nothing>);
  spawned.join();
  EXPECT_EQ(spawned.exitcode(), 0);
  process forked({.fork_with_threads = true}, [] { throw mp::process_exit{static_cast<int>(rt::active_count())}; });
  forked.join();
  EXPECT_EQ(forked.exitcode(), 1) << "the child has one thread";
}

TEST_F(Processes, Deferred) {
  process p({.deferred = true}, entry<nothing>);
  EXPECT_EQ(p.pid(), 0);
  EXPECT_FALSE(p.is_alive());
  EXPECT_EQ(p.exitcode(), std::nullopt);
  EXPECT_THROW(p.join(), rt::misuse_error);
  EXPECT_THROW(p.sentinel(), rt::misuse_error);
  p.start();
  EXPECT_THROW(p.start(), rt::misuse_error);
  EXPECT_TRUE(p.join());
  EXPECT_TRUE(p.join()) << "again";
}

TEST_F(Processes, CloseOfARunningChildIsRefused) {
  mp::event end;
  process p(entry<wait_for_end>, end);
  EXPECT_THROW(p.close(), rt::misuse_error);
  end.set();
  p.join();
  p.close();
  EXPECT_FALSE(p.valid());
  EXPECT_THROW(p.join(), rt::misuse_error);
}

TEST_F(Processes, OnlyTheParentWaits) {
  mp::event end;
  process first(entry<wait_for_end>, end);
  process second([&] {
    if (message_of<rt::misuse_error>([&] { first.join(); }) != "join of a process that another process started")
      throw mp::process_exit{2};
  });
  second.join();
  EXPECT_EQ(second.exitcode(), 0);
  end.set();
}

TEST_F(Processes, ActiveChildrenReaps) {
  process p(entry<nothing>);
  mp::wait({p.sentinel()});
  EXPECT_EQ(::kill(p.pid(), 0), 0) << "a zombie";
  EXPECT_TRUE(mp::active_children().empty());
  EXPECT_EQ(::kill(p.pid(), 0), -1) << "reaped";
  EXPECT_EQ(p.exitcode(), 0) << "and its code is kept";
}

TEST_F(Processes, ReapedByOthers) {
  process p(entry<leave_with>, 4);
  waitpid(p.pid(), nullptr, 0);
  p.join();
  EXPECT_EQ(p.exitcode(), 255);
}

TEST_F(Processes, MoveAssignmentWaitsForTheOld) {
  mp::event end;
  process p(entry<wait_for_end>, end);
  end.set();
  p = process(entry<leave_with>, 2);
  p.join();
  EXPECT_EQ(p.exitcode(), 2);
}

TEST_F(Processes, WhoIsWho) {
  EXPECT_EQ(mp::current_process().name, "MainProcess");
  EXPECT_EQ(mp::current_process().pid, getpid());
  EXPECT_FALSE(mp::parent_process().has_value());
  EXPECT_GE(mp::cpu_count(), 1u);
  process p(entry<nothing>);
  EXPECT_TRUE(p.name().starts_with("Process-"));
}

TEST_F(Processes, StartMethods) {
  EXPECT_EQ(mp::get_all_start_methods(), (std::vector{start_method::fork, start_method::spawn}));
  EXPECT_EQ(mp::get_start_method(), start_method::fork);
  mp::set_start_method(start_method::spawn);
  EXPECT_THROW(mp::set_start_method(start_method::fork), rt::misuse_error);
  process p([] { throw mp::process_exit{mp::get_start_method() == start_method::spawn ? 0 : 1}; });
  p.join();
  EXPECT_EQ(p.exitcode(), 0) << "the child has the same";
  mp::set_start_method(start_method::fork, true);
}

} // namespace
