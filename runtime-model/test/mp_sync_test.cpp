//===- mp_sync_test.cpp - locks, semaphores, conditions, events, barriers between processes ===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/mp/barrier.h"
#include "heddle/rt/mp/condition.h"
#include "heddle/rt/mp/event.h"
#include "heddle/rt/mp/lock.h"
#include "heddle/rt/mp/semaphore.h"
#include "heddle/rt/mp/value.h"
#include "heddle/rt/thread.h"
#include "mp_test.h"

namespace rt = heddle::rt;
using mp::entry;
using mp::process;
using mp::start_method;

namespace {

/// Starts `n` processes with the arguments and waits for them; all must succeed.
template <class... Args> void in_processes(int n, start_method method, const Args &...args) {
  std::vector<process> all;
  for (int i = 0; i < n; ++i)
    all.emplace_back(mp::process_options{.method = method}, args...);
  for (process &each : all) {
    each.join();
    EXPECT_EQ(each.exitcode(), 0);
  }
}

void die() {
  std::raise(SIGKILL);
}

class Sync : public NothingLeft, public ::testing::WithParamInterface<start_method> {};

INSTANTIATE_TEST_SUITE_P(Start, Sync, ::testing::Values(start_method::fork, start_method::spawn),
                         [](const auto &info) { return info.param == start_method::fork ? "Fork" : "Spawn"; });

constexpr int rounds = 5000;

TEST_P(Sync, LocksExclude) {
  mp::mutex m;
  mp::array<long> counters(2); // unlocked: the mutex is what is tested
  in_processes(
      2, GetParam(),
      [](mp::mutex guard, mp::array<long> both) {
        for (int i = 0; i < rounds; ++i) {
          std::scoped_lock held(guard);
          both.update([](std::span<long> c) { ++c[0]; });
          both.update([](std::span<long> c) { c[1] = c[0]; });
        }
      },
      m, counters);
  EXPECT_EQ(counters.get(0), 2 * rounds);
  EXPECT_EQ(counters.get(1), 2 * rounds);
}

TEST_P(Sync, ValuesAreUpdatedInOneStep) {
  mp::value<int> counter(0);
  in_processes(
      2, GetParam(),
      [](mp::value<int> n) {
        for (int i = 0; i < rounds; ++i)
          n.update([](int &now) { ++now; });
        for (int i = 0; i < rounds; ++i) {
          std::scoped_lock held(n.get_lock());
          n.set(n.get() + 1);
        }
      },
      counter);
  EXPECT_EQ(counter.get(), 4 * rounds);
}

TEST_P(Sync, SemaphoreLetsSoManyIn) {
  mp::semaphore permits(2);
  mp::array<int> inside(2); // now, and at most
  in_processes(
      3, GetParam(),
      [](mp::semaphore s, mp::array<int> seen) {
        for (int i = 0; i < 200; ++i) {
          s.acquire();
          seen.update([](std::span<int> n) { n[1] = std::max(n[1], ++n[0]); });
          seen.update([](std::span<int> n) { --n[0]; });
          s.release();
        }
      },
      permits, inside);
  EXPECT_LE(inside.get(1), 2);
  EXPECT_EQ(permits.get_value(), 2);
}

TEST_P(Sync, ConditionWakesOthers) {
  mp::condition changed;
  mp::value<int> ball(0);
  auto player = [](mp::condition c, mp::value<int> n, int mine) {
    for (int i = 0; i < 100; ++i) {
      std::scoped_lock held(c);
      c.wait_for([&] { return n.get() % 2 == mine; });
      n.set(n.get() + 1);
      c.notify_all();
    }
  };
  process even({.method = GetParam()}, player, changed, ball, 0);
  process odd({.method = GetParam()}, player, changed, ball, 1);
  even.join();
  odd.join();
  EXPECT_EQ(ball.get(), 200);
}

TEST_P(Sync, EventStartsAll) {
  mp::event go;
  mp::semaphore done(0);
  std::vector<process> all;
  for (int i = 0; i < 3; ++i)
    all.emplace_back(
        mp::process_options{.method = GetParam()},
        [](mp::event e, mp::semaphore s) {
          e.wait();
          s.release();
        },
        go, done);
  EXPECT_FALSE(done.acquire(10ms));
  go.set();
  for (int i = 0; i < 3; ++i)
    done.acquire();
}

TEST_P(Sync, BarrierKeepsStep) {
  mp::barrier steps(3);
  mp::array<int> sums(100);
  in_processes(
      3, GetParam(),
      [](mp::barrier b, mp::array<int> sum) {
        for (std::size_t step = 0; step < sum.size(); ++step) {
          auto place = static_cast<int>(b.wait());
          sum.update([&](std::span<int> s) { s[step] += place; });
          if (step > 0 && sum.get(step - 1) > 0 + 1 + 2)
            throw mp::process_exit{1};
        }
      },
      steps, sums);
  for (std::size_t step = 0; step < sums.size(); ++step)
    EXPECT_EQ(sums.get(step), 0 + 1 + 2) << "each place once in step " << step;
}

// --- rules of each ---

class Locks : public NothingLeft {};

TEST_F(Locks, Rules) {
  mp::mutex m;
  m.lock();
  EXPECT_TRUE(m.held());
  EXPECT_THROW(m.lock(), rt::deadlock_error);
  EXPECT_FALSE(m.try_lock());
  rt::thread other([&] {
    EXPECT_FALSE(m.acquire(1ms));
    EXPECT_THROW(m.unlock(), rt::misuse_error);
  });
  other.join();
  m.unlock();
  EXPECT_THROW(m.unlock(), rt::misuse_error);
  EXPECT_TRUE(m.try_lock_for(1ms));
  m.release();
  mp::mutex copy = m;
  copy.lock();
  EXPECT_TRUE(m.held()) << "a copy is the same lock";
  m.unlock();
}

TEST_F(Locks, RecursiveRules) {
  mp::recursive_lock m;
  m.lock();
  EXPECT_TRUE(m.try_lock());
  m.unlock();
  EXPECT_TRUE(m.held());
  process p([](mp::recursive_lock l) { throw mp::process_exit{l.acquire(1ms) ? 1 : 0}; }, m);
  p.join();
  EXPECT_EQ(p.exitcode(), 0);
  m.unlock();
  EXPECT_THROW(m.unlock(), rt::misuse_error);
}

TEST_F(Locks, AForkedChildHoldsNothing) {
  mp::mutex m;
  std::scoped_lock held(m);
  process p([&] { throw mp::process_exit{m.held() || m.try_lock()}; });
  p.join();
  EXPECT_EQ(p.exitcode(), 0);
}

TEST_F(Locks, OwnerDied) {
  mp::mutex m;
  process p([](mp::mutex l) { l.lock(), die(); }, m);
  p.join();
  EXPECT_THROW(m.lock(), mp::owner_died);
  EXPECT_FALSE(m.held());
  EXPECT_TRUE(m.orphaned());
  EXPECT_THROW(m.try_lock(), mp::owner_died) << "until somebody recovers it";
  EXPECT_TRUE(m.recover());
  EXPECT_TRUE(m.held());
  m.unlock();
  EXPECT_FALSE(m.orphaned());
  std::scoped_lock again(m);
}

TEST_F(Locks, OwnerDiesWhileAnotherWaits) {
  mp::mutex m;
  mp::event locked;
  process owner([&] { m.lock(), locked.set(), std::this_thread::sleep_for(10s); });
  locked.wait();
  process waiter([&] { throw mp::process_exit{message_of<mp::owner_died>([&] { m.lock(); }) == "nothing"}; });
  EXPECT_FALSE(waiter.join(10ms));
  owner.kill();
  waiter.join();
  EXPECT_EQ(waiter.exitcode(), 0);
  m.recover();
  m.unlock();
}

TEST_F(Locks, ValueOfADeadOwner) {
  mp::value<int> v(1);
  process p([&] { v.update([](int &n) { n = 2, die(); }); });
  p.join();
  EXPECT_THROW(v.get(), mp::owner_died);
  EXPECT_TRUE(v.get_lock().recover());
  EXPECT_EQ(v.get(), 2);
  v.get_lock().unlock();
}

TEST_F(Locks, RecoverOfAHealthyLock) {
  mp::mutex m;
  EXPECT_FALSE(m.recover());
  m.unlock();
}

class Semaphores : public NothingLeft {};

TEST_F(Semaphores, Rules) {
  EXPECT_THROW(mp::semaphore(-1), rt::value_error);
  mp::semaphore s(1);
  EXPECT_TRUE(s.try_acquire());
  EXPECT_FALSE(s.acquire(1ms));
  s.release(3);
  EXPECT_EQ(s.get_value(), 3);
  EXPECT_THROW(s.release(0), rt::value_error);
  mp::bounded_semaphore b(2);
  EXPECT_THROW(b.release(), rt::value_error);
  b.acquire();
  EXPECT_THROW(b.release(2), rt::value_error);
  EXPECT_EQ(b.get_value(), 1) << "nothing was given back";
  b.release();
}

TEST_F(Semaphores, AKilledWaiterTakesNothing) {
  mp::semaphore s(0);
  process p([&] { s.acquire(); });
  p.join(5ms);
  p.kill();
  p.join();
  s.release();
  EXPECT_EQ(s.get_value(), 1);
  EXPECT_TRUE(s.acquire(10s));
}

class Conditions : public NothingLeft {};

TEST_F(Conditions, Rules) {
  mp::condition c;
  EXPECT_THROW(c.wait(), rt::misuse_error);
  EXPECT_THROW(c.notify(), rt::misuse_error);
  std::scoped_lock held(c);
  EXPECT_FALSE(c.wait(1ms));
  EXPECT_FALSE(c.wait_for([] { return false; }, 1ms));
  EXPECT_TRUE(c.get_lock().held());
}

TEST_F(Conditions, OwnerDiedWhileWaiting) {
  mp::condition c;
  std::unique_lock held(c);
  process p([&] { c.lock(), c.notify(), die(); });
  EXPECT_THROW(c.wait(), mp::owner_died);
  EXPECT_TRUE(c.get_lock().held()) << "so that the guard can give it back";
  held.unlock();
  EXPECT_TRUE(c.get_lock().recover());
  c.unlock();
}

class Events : public NothingLeft {};

TEST_F(Events, Rules) {
  mp::event e;
  EXPECT_FALSE(e.wait(1ms));
  e.set();
  EXPECT_TRUE(e.is_set() && e.wait());
  e.clear();
  EXPECT_FALSE(e.is_set());
}

class Barriers : public NothingLeft {};

TEST_F(Barriers, FiveOfThree) {
  mp::barrier b(3);
  mp::semaphore passed(0);
  mp::semaphore broken(0);
  std::vector<process> all;
  for (int i = 0; i < 5; ++i)
    all.emplace_back([&] {
      message_of<rt::broken_barrier_error>([&] { b.wait(); }) == "nothing" ? passed.release() : broken.release();
    });
  for (int i = 0; i < 3; ++i)
    passed.acquire();
  while (b.n_waiting() != 2)
    std::this_thread::sleep_for(1ms);
  EXPECT_FALSE(passed.try_acquire());
  b.abort();
  broken.acquire();
  broken.acquire();
  EXPECT_TRUE(b.broken());
  EXPECT_THROW(b.wait(), rt::broken_barrier_error);
  b.reset();
  EXPECT_FALSE(b.broken());
}

TEST_F(Barriers, TimeoutBreaksForAll) {
  mp::barrier b(3);
  process p([&] { throw mp::process_exit{message_of<rt::broken_barrier_error>([&] { b.wait(); }) == "nothing"}; });
  while (b.n_waiting() != 1)
    std::this_thread::sleep_for(1ms);
  EXPECT_THROW(b.wait(1ms), rt::broken_barrier_error);
  p.join();
  EXPECT_EQ(p.exitcode(), 0);
}

TEST_F(Barriers, ResetThrowsOutWhoWaits) {
  mp::barrier b(2);
  process p([&] { throw mp::process_exit{message_of<rt::broken_barrier_error>([&] { b.wait(); }) == "nothing"}; });
  while (b.n_waiting() != 1)
    std::this_thread::sleep_for(1ms);
  b.reset();
  p.join();
  EXPECT_EQ(p.exitcode(), 0);
  process q([&] { b.wait(); });
  b.wait();
  EXPECT_FALSE(b.broken());
}

TEST_F(Barriers, WhoDiesInsideStaysCounted) {
  mp::barrier b(2);
  process p([&] { b.wait(); });
  while (b.n_waiting() != 1)
    std::this_thread::sleep_for(1ms);
  p.kill();
  p.join();
  EXPECT_EQ(b.wait(), 1u) << "the dead one was the other party";
  EXPECT_THROW(b.wait(1ms), rt::broken_barrier_error) << "it never leaves";
}

TEST_F(Barriers, ActionIsRunOnceByOne) {
  mp::value<int> runs(0);
  mp::barrier b(2, [runs]() mutable { runs.update([](int &n) { ++n; }); });
  process p([&] { b.wait(), b.wait(); });
  b.wait();
  EXPECT_EQ(runs.get(), 1);
  b.wait();
  EXPECT_EQ(runs.get(), 2);
  EXPECT_THROW(process({.method = start_method::spawn}, [](mp::barrier) {}, b), rt::process_error);
}

TEST_F(Barriers, AnActionThatThrowsBreaksIt) {
  mp::barrier b(2, [] { throw std::runtime_error("no"); });
  process p([&] { throw mp::process_exit{message_of<std::exception>([&] { b.wait(); }) == "nothing"}; });
  EXPECT_THROW(b.wait(), std::runtime_error);
  p.join();
  EXPECT_EQ(p.exitcode(), 0);
  EXPECT_TRUE(b.broken());
  EXPECT_THROW(mp::barrier(0), rt::value_error);
}

} // namespace
