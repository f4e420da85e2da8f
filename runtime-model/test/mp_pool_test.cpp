//===- mp_pool_test.cpp - pools of worker processes ----------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/aio/gather.h"
#include "heddle/rt/aio/run.h"
#include "heddle/rt/aio/threads.h"
#include "heddle/rt/mp/event.h"
#include "heddle/rt/mp/pool.h"
#include "heddle/rt/mp/queue.h"
#include "heddle/rt/mp/value.h"
#include "heddle/rt/process_pool_executor.h"
#include "heddle/rt/thread.h"
#include "heddle/rt/wait.h"
#include "mp_test.h"
#include <numeric>
#include <random>
#include <set>

namespace rt = heddle::rt;
using mp::entry;
using mp::process;
using mp::start_method;

namespace {

int square(int n) {
  return n * n;
}
int product(int a, int b) {
  return a * b;
}
void nothing() {}
int fail_at_three(int n) {
  return n == 3 ? throw std::out_of_range("three") : n;
}
std::string shout(const std::string &text) {
  return text + "!";
}
int die(int signal) {
  return std::raise(signal);
}
int own_pid() {
  return getpid();
}
int slow(int n) {
  return std::this_thread::sleep_for(20ms), n;
}

/// In a worker: what gated() waits for.
std::optional<mp::event> gate;
void keep_gate(mp::event e) {
  gate = e;
}
int gated(int n) {
  return gate->wait(), n;
}

void sleep_long() {
  std::this_thread::sleep_for(60s);
}
std::vector<int> large(int n) {
  return std::vector<int>(static_cast<std::size_t>(n), 1);
}

std::vector<int> numbers(int count) {
  std::vector<int> all(static_cast<std::size_t>(count));
  std::iota(all.begin(), all.end(), 0);
  return all;
}

template <class Results> auto collect(Results &&results) {
  std::vector<int> all;
  for (int each : results)
    all.push_back(each);
  return all;
}

class ByMethod : public NothingLeft, public ::testing::WithParamInterface<start_method> {
protected:
  mp::pool_options two() const { return {.processes = 2, .method = GetParam()}; }
};

INSTANTIATE_TEST_SUITE_P(Start, ByMethod, ::testing::Values(start_method::fork, start_method::spawn),
                         [](const auto &info) { return info.param == start_method::fork ? "Fork" : "Spawn"; });

TEST_P(ByMethod, Apply) {
  mp::pool pool(two());
  EXPECT_EQ(pool.apply(entry<square>, 5), 25);
  EXPECT_EQ(pool.apply(entry<product>, 6, 7), 42);
  EXPECT_EQ(pool.apply(entry<shout>, "hey"), "hey!");
  EXPECT_EQ(pool.apply([](double x) { return x / 2; }, 3.0), 1.5);
  EXPECT_EQ(pool.apply(entry<large>, 1 << 20).size(), std::size_t(1) << 20) << "longer than any pipe";
  pool.apply(entry<nothing>);
  EXPECT_NE(pool.apply(entry<own_pid>), getpid());
}

TEST_P(ByMethod, Map) {
  mp::pool pool(two());
  std::vector<int> squares = pool.map(entry<square>, numbers(100));
  for (int i = 0; i < 100; ++i)
    EXPECT_EQ(squares[static_cast<std::size_t>(i)], i * i);
  EXPECT_TRUE(pool.map(entry<square>, numbers(0)).empty());
  EXPECT_EQ(pool.map(entry<square>, numbers(5), 2), (std::vector{0, 1, 4, 9, 16}));
  EXPECT_EQ(pool.starmap(entry<product>, std::vector<std::tuple<int, int>>{{1, 2}, {3, 4}}), (std::vector{2, 12}));
  EXPECT_EQ(pool.map(entry<shout>, std::vector{"a", "b"}), (std::vector<std::string>{"a!", "b!"}));
  pool.map([](int) {}, numbers(3));
}

TEST_P(ByMethod, Imap) {
  mp::pool pool(two());
  EXPECT_EQ(collect(pool.imap(entry<square>, numbers(4))), (std::vector{0, 1, 4, 9}));
  auto any = collect(pool.imap_unordered(entry<square>, numbers(50), 3));
  EXPECT_EQ(std::set(any.begin(), any.end()).size(), 50u);
}

TEST_P(ByMethod, InitializerAndItsArguments) {
  mp::queue<std::string> names;
  mp::pool pool(two(), [](mp::queue<std::string> q, std::string name) { q.put(name); }, names, "ready");
  EXPECT_EQ(names.get(), "ready");
  EXPECT_EQ(names.get(), "ready");
  EXPECT_EQ(pool.apply(entry<square>, 2), 4);
}

TEST_P(ByMethod, ExecutorRuns) {
  rt::process_pool_executor pool(rt::process_pool_options{.max_workers = 2, .method = GetParam()});
  rt::future<int> nine = pool.submit(entry<square>, 3);
  EXPECT_EQ(nine.result(), 9);
  EXPECT_EQ(pool.submit(entry<shout>, "x").result(), "x!");
  EXPECT_EQ(collect(pool.map(entry<product>, std::vector{1, 2, 3}, std::vector{4, 5, 6})), (std::vector{4, 10, 18}));
  EXPECT_EQ(collect(pool.map({.chunksize = 3}, entry<square>, numbers(7))).back(), 36);
}

class Pools : public NothingLeft {};

TEST_F(Pools, ErrorsTravel) {
  mp::pool pool(1);
  try {
    pool.apply(entry<fail_at_three>, 3);
    FAIL();
  } catch (const mp::remote_error &error) {
    EXPECT_EQ(error.type_name(), "std::out_of_range");
    EXPECT_EQ(error.message(), "three");
    EXPECT_STREQ(error.what(), "std::out_of_range: three");
  }
  EXPECT_EQ(message_of<mp::remote_error>([&] { pool.apply([](int n) { throw n; }, 1); }), "int: not a std::exception");
  EXPECT_THROW(pool.map(entry<fail_at_three>, numbers(10)), mp::remote_error);
  EXPECT_EQ(pool.apply(entry<fail_at_three>, 4), 4) << "the worker goes on";
}

TEST_F(Pools, ImapGoesOnAfterAnError) {
  mp::pool pool(2);
  auto results = pool.imap(entry<fail_at_three>, numbers(5), 2);
  for (int i = 0; i < 3; ++i)
    EXPECT_EQ(results.next(), i);
  EXPECT_THROW(results.next(), mp::remote_error);
  EXPECT_EQ(results.next(), 4);
  EXPECT_EQ(results.next(), std::nullopt);
}

TEST_F(Pools, ImapHasTimeouts) {
  mp::event go;
  mp::pool pool({.processes = 1}, entry<keep_gate>, go);
  auto results = pool.imap(entry<gated>, numbers(1));
  EXPECT_THROW(results.next(1ms), rt::timeout_error);
  go.set();
  EXPECT_EQ(results.next(), 0);
}

TEST_F(Pools, AsyncResults) {
  mp::event go;
  mp::pool pool({.processes = 1}, entry<keep_gate>, go);
  auto later = pool.apply_async(entry<gated>, std::tuple(1));
  EXPECT_THROW(static_cast<void>(later.successful()), rt::value_error);
  EXPECT_FALSE(later.ready());
  EXPECT_FALSE(later.wait(1ms));
  EXPECT_THROW(later.get(1ms), rt::timeout_error);
  go.set();
  EXPECT_EQ(later.get(), 1);
  EXPECT_TRUE(later.ready() && later.successful());
  auto bad = pool.apply_async(entry<fail_at_three>, std::tuple(3));
  bad.wait();
  EXPECT_FALSE(bad.successful());
}

TEST_F(Pools, Callbacks) {
  mp::pool pool(2);
  std::atomic<int> sum = 0;
  std::atomic<int> errors = 0;
  auto good = [&](const int &n) { sum += n; };
  auto bad = [&](const std::exception_ptr &) { ++errors; };
  pool.apply_async(entry<square>, std::tuple(3), good, bad).wait();
  EXPECT_EQ(sum, 9) << "called before the result is ready";
  pool.apply_async(entry<fail_at_three>, std::tuple(3), good, bad).wait();
  EXPECT_EQ(errors, 1);
  pool.map_async(entry<square>, numbers(3), 1, [&](const std::vector<int> &all) { sum = all[2]; }, bad).wait();
  EXPECT_EQ(sum, 4);
  bool told = false;
  pool.apply_async(entry<nothing>, {}, [&] { told = true; }).wait();
  EXPECT_TRUE(told);
}

TEST_F(Pools, CallbacksMayUseThePoolButNotWaitForIt) {
  mp::pool pool(1);
  mp::event twice;
  pool.apply_async(entry<square>, std::tuple(3), [&](const int &n) {
    pool.apply_async(entry<square>, std::tuple(n), [&](const int &) { twice.set(); });
    pool.close();
    EXPECT_THROW(pool.join(), rt::misuse_error);
  });
  EXPECT_TRUE(twice.wait(30s));
  pool.join();
}

TEST_F(Pools, LifeCycle) {
  mp::pool pool(2);
  EXPECT_THROW(pool.join(), rt::misuse_error) << "join before close";
  auto last = pool.map_async(entry<slow>, numbers(4), 1);
  pool.close();
  EXPECT_THROW(pool.apply(entry<square>, 1), rt::misuse_error) << "work after close";
  pool.join();
  EXPECT_TRUE(last.ready()) << "what was taken is done";
  EXPECT_TRUE(pool.worker_pids().empty());
  pool.join();
  pool.close();
}

TEST_F(Pools, TerminateFailsWhatIsNotDone) {
  mp::pool pool(1);
  auto running = pool.apply_async(entry<sleep_long>);
  auto waiting = pool.apply_async(entry<square>, std::tuple(1));
  pool.terminate();
  pool.join();
  EXPECT_THROW(running.get(), rt::cancelled_error);
  EXPECT_THROW(waiting.get(), rt::cancelled_error);
  EXPECT_THROW(pool.apply(entry<square>, 1), rt::misuse_error);
}

TEST_F(Pools, DestructionTerminates) {
  std::optional<mp::async_result<void>> lost;
  {
    mp::pool pool(1);
    lost = pool.apply_async(entry<sleep_long>);
  }
  EXPECT_THROW(lost->get(), rt::cancelled_error);
}

TEST_F(Pools, MaxTasksPerChild) {
  mp::pool pool({.processes = 1, .maxtasksperchild = 2});
  std::set<int> pids;
  for (int i = 0; i < 6; ++i)
    pids.insert(pool.apply(entry<own_pid>));
  EXPECT_EQ(pids.size(), 3u);
}

TEST_F(Pools, ADeadWorkerIsReplaced) {
  mp::pool pool(1);
  auto first = pool.apply(entry<own_pid>);
  EXPECT_THROW(pool.apply(entry<die>, SIGKILL), mp::worker_died);
  auto second = pool.apply(entry<own_pid>);
  EXPECT_NE(first, second);
  ::kill(second, SIGKILL); // an idle one
  while (pool.worker_pids() == std::vector<pid_t>{second})
    std::this_thread::sleep_for(100us);
  EXPECT_EQ(pool.apply(entry<square>, 3), 9);
}

TEST_F(Pools, AnInitializerThatThrowsBreaksIt) {
  mp::pool pool({.processes = 2}, [] { throw std::runtime_error("no licence"); });
  EXPECT_THROW(pool.apply(entry<square>, 1), rt::broken_process_pool);
  EXPECT_EQ(message_of<rt::broken_process_pool>([&] { pool.apply(entry<square>, 1); }),
            "the initializer of a worker failed: std::runtime_error: no licence");
}

TEST_F(Pools, AnInitializerThatDiesBreaksItSoon) {
  mp::pool pool({.processes = 2}, [] { std::raise(SIGKILL); });
  EXPECT_THROW(pool.apply(entry<square>, 1), rt::broken_process_pool);
}

TEST_F(Pools, NotInAChild) {
  mp::pool pool(1);
  process p([&] {
    if (!message_of<rt::misuse_error>([&] { pool.apply(entry<square>, 1); }).starts_with("use of a pool"))
      throw mp::process_exit{2};
  });
  p.join();
  EXPECT_EQ(p.exitcode(), 0);
  EXPECT_EQ(pool.apply(entry<square>, 2), 4);
}

TEST_F(Pools, UsableWhileThreadsRun) {
  mp::pool pool(2);
  std::vector<rt::thread> users;
  for (int i = 0; i < 3; ++i)
    users.emplace_back([&pool, i] {
      for (int n = 0; n < 20; ++n)
        EXPECT_EQ(pool.apply(entry<product>, i, n), i * n);
    });
  EXPECT_THROW(pool.apply(entry<die>, SIGKILL), mp::worker_died) << "the nursery can fork at any time";
  users.clear();
}

TEST_F(Pools, NobodyOutlivesTheParent) {
  auto [mine, its] = mp::pipe();
  process parent(
      [](mp::connection out) {
        mp::pool pool(2);
        while (pool.worker_pids().size() < 2)
          std::this_thread::sleep_for(100us);
        out.send(pool.worker_pids());
        pool.apply_async(entry<sleep_long>);
        std::this_thread::sleep_for(5ms);
        std::raise(SIGKILL);
      },
      std::move(its));
  auto pids = mine.recv<std::vector<pid_t>>();
  for (pid_t pid : pids)
    while (::kill(pid, 0) == 0) // bounded by the test's own time limit
      std::this_thread::sleep_for(1ms);
}

/// Workers are killed at random: each job has its own result or worker_died. There
/// is some progress between two kills, or the pool would rightly give up.
TEST_F(Pools, RandomKillsLoseNoJobSilently) {
  constexpr int jobs = 2000;
  std::atomic<int> answered = 0; // outlives the pool, whose callbacks count
  mp::pool pool(2);
  rt::thread killer([&](std::stop_token stop) {
    std::mt19937 random(1);
    for (int seen = 0; !stop.stop_requested(); seen = answered) {
      auto pids = pool.worker_pids();
      if (!pids.empty())
        ::kill(pids[random() % pids.size()], SIGKILL);
      while (answered == seen && rt::this_thread::sleep_for(std::chrono::microseconds(random() % 2000), stop))
        ;
    }
  });
  std::vector<mp::async_result<int>> results;
  for (int i = 0; i < jobs; ++i)
    results.push_back(pool.apply_async(
        entry<square>, std::tuple(i), [&](const int &) { ++answered; },
        [&](const std::exception_ptr &) { ++answered; }));
  int lost = 0;
  for (int i = 0; i < jobs; ++i)
    try {
      EXPECT_EQ(results[static_cast<std::size_t>(i)].get(60s), i * i);
    } catch (const mp::worker_died &) {
      ++lost;
    }
  EXPECT_EQ(answered, jobs);
  RecordProperty("lost", lost);
}

// --- process_pool_executor ---

class Executors : public NothingLeft {};

TEST_F(Executors, ErrorsAreInTheFuture) {
  rt::process_pool_executor pool(1);
  EXPECT_THROW(pool.submit(entry<fail_at_three>, 3).result(), mp::remote_error);
  auto results = pool.map({.chunksize = 4}, entry<fail_at_three>, numbers(6));
  auto at = results.begin();
  for (int i = 0; i < 3; ++i, ++at)
    EXPECT_EQ(*at, i);
  EXPECT_THROW(static_cast<void>(*at), mp::remote_error);
}

TEST_F(Executors, ADeadWorkerBreaksIt) {
  rt::process_pool_executor pool(2);
  auto dying = pool.submit(entry<die>, SIGKILL);
  std::vector<rt::future<int>> others;
  try {
    for (int i = 0; i < 5; ++i)
      others.push_back(pool.submit(entry<slow>, i));
  } catch (const rt::broken_executor &) { // it was that fast
  }
  EXPECT_THROW(dying.result(30s), rt::broken_process_pool);
  for (auto &each : others)
    try {
      each.result(30s);
    } catch (const rt::broken_executor &) { // done, or broken: but never waiting
    }
  EXPECT_THROW(pool.submit(entry<square>, 1), rt::broken_executor);
}

TEST_F(Executors, AKilledIdleWorkerBreaksIt) {
  rt::process_pool_executor pool(1);
  pool.submit(entry<nothing>).result();
  ::kill(pool.worker_pids().at(0), SIGKILL);
  while (message_of<rt::broken_executor>([&] { pool.submit(entry<nothing>); }) == "nothing")
    std::this_thread::sleep_for(1ms);
}

TEST_F(Executors, Shutdown) {
  rt::process_pool_executor pool(1);
  std::vector<rt::future<int>> all;
  for (int i = 0; i < 3; ++i)
    all.push_back(pool.submit(entry<slow>, i));
  pool.shutdown();
  for (int i = 0; i < 3; ++i)
    EXPECT_EQ(all[static_cast<std::size_t>(i)].result(0ns), i);
  EXPECT_THROW(pool.submit(entry<square>, 1), rt::misuse_error);
  pool.shutdown();
}

TEST_F(Executors, ShutdownCancels) {
  mp::event go;
  rt::process_pool_executor pool(rt::process_pool_options{.max_workers = 1}, entry<keep_gate>, go);
  auto first = pool.submit(entry<gated>, 1);
  while (!first.running())
    std::this_thread::sleep_for(100us);
  auto second = pool.submit(entry<gated>, 2);
  pool.shutdown(false, true);
  EXPECT_TRUE(second.cancelled());
  go.set();
  pool.shutdown();
  EXPECT_EQ(first.result(), 1);
}

TEST_F(Executors, CancelledWorkIsNotBegun) {
  mp::event go;
  rt::process_pool_executor pool(rt::process_pool_options{.max_workers = 1}, entry<keep_gate>, go);
  auto first = pool.submit(entry<gated>, 1);
  auto second = pool.submit(entry<die>, SIGKILL);
  EXPECT_TRUE(second.cancel());
  go.set();
  EXPECT_EQ(pool.submit(entry<square>, 3).result(), 9);
  EXPECT_EQ(first.result(), 1);
}

TEST_F(Executors, CompletionOrder) {
  rt::process_pool_executor pool(2);
  std::vector<rt::future<int>> all;
  for (int i = 0; i < 6; ++i)
    all.push_back(pool.submit(entry<square>, i));
  int sum = 0;
  for (auto &each : rt::as_completed(all))
    sum += each.result();
  EXPECT_EQ(sum, 55);
}

/// P21, the other way round: one loop, and the work of its coroutines in processes.
TEST_F(Executors, CoroutinesAwaitWorkers) {
  rt::process_pool_executor pool(2);
  auto sum = [](rt::process_pool_executor &workers) -> rt::aio::task<int> {
    auto [a, b] = co_await rt::aio::gather(rt::aio::wrap_future(workers.submit(entry<square>, 3)),
                                           rt::aio::wrap_future(workers.submit(entry<square>, 4)));
    co_return a + b;
  };
  EXPECT_EQ(rt::aio::run(sum(pool)), 25);
}

TEST_F(Executors, MaxTasksPerChildIsNoDeath) {
  rt::process_pool_executor pool(rt::process_pool_options{.max_workers = 1, .max_tasks_per_child = 1});
  std::set<int> pids;
  for (int i = 0; i < 4; ++i)
    pids.insert(pool.submit(entry<own_pid>).result());
  EXPECT_EQ(pids.size(), 4u);
}

} // namespace
