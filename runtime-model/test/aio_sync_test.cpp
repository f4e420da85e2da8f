//===- aio_sync_test.cpp - tests of what tasks share ---------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "aio_test.h"
#include <random>

namespace {

/// Starts `body`, lets it wait, cancels it, and expects cancelled_error.
aio::task<> expect_cancellable(aio::task<> body) {
  aio::task_handle<> handle = aio::create_task(std::move(body));
  for (int i = 0; i < 3; ++i)
    co_await aio::yield();
  EXPECT_FALSE(handle.done());
  handle.cancel();
  EXPECT_THROW(co_await handle, rt::cancelled_error);
}

TEST(lock, is_held_by_one_task_at_a_time_in_the_order_of_asking) {
  run([]() -> aio::task<> {
    aio::lock lock;
    std::vector<int> order;
    int inside = 0;
    auto work = [&](int n) -> aio::task<> {
      auto held = co_await lock.scoped();
      EXPECT_EQ(++inside, 1);
      co_await aio::yield();
      order.push_back(n);
      --inside;
    };
    std::vector<aio::task<>> all;
    for (int i = 0; i < 5; ++i)
      all.push_back(work(i));
    co_await aio::gather(all);
    EXPECT_EQ(order, (std::vector{0, 1, 2, 3, 4}));
    EXPECT_FALSE(lock.locked());
  }());
}

TEST(lock, refuses_misuse) {
  run([]() -> aio::task<> {
    aio::lock lock;
    EXPECT_THROW(lock.release(), rt::misuse_error);
    co_await lock.acquire();
    EXPECT_TRUE(lock.held());
    EXPECT_THROW(co_await lock.acquire(), rt::deadlock_error);
    aio::task_handle<> other = aio::create_task([](aio::lock &lock) -> aio::task<> {
      EXPECT_FALSE(lock.held());
      EXPECT_THROW(lock.release(), rt::misuse_error);
      co_return;
    }(lock));
    co_await other;
    lock.release();
  }());
}

TEST(lock, handed_over_to_a_cancelled_task_goes_on_to_the_next) {
  run([]() -> aio::task<> {
    aio::lock lock;
    co_await lock.acquire();
    auto wait = [&]() -> aio::task<> {
      co_await lock.acquire();
      lock.release();
    };
    aio::task_handle<> first = aio::create_task(wait());
    aio::task_handle<> second = aio::create_task(wait());
    co_await aio::yield();
    lock.release(); // the lock is `first`'s, who has not run yet
    first.cancel();
    EXPECT_THROW(co_await first, rt::cancelled_error);
    co_await second;
    EXPECT_FALSE(lock.locked());
  }());
}

TEST(lock, of_a_task_that_is_destroyed_is_given_back) {
  const reports quiet;
  aio::lock lock;
  {
    aio::event_loop loop;
    auto hold = [&]() -> aio::task<> {
      auto held = co_await lock.scoped();
      co_await aio::sleep(1h);
    };
    loop.create_task(hold());
    loop.create_task(hold());
    loop.call_soon([&] { loop.stop(); });
    loop.run_forever();
  }
  EXPECT_FALSE(lock.locked());
}

TEST(event, wakes_all_and_stays_set) {
  run([]() -> aio::task<> {
    aio::event event;
    int woken = 0;
    auto wait = [&]() -> aio::task<> {
      co_await event.wait();
      ++woken;
    };
    aio::task_handle<> a = aio::create_task(wait());
    aio::task_handle<> b = aio::create_task(wait());
    co_await aio::yield();
    event.set();
    event.clear();
    EXPECT_FALSE(event.is_set());
    co_await a;
    co_await b;
    EXPECT_EQ(woken, 2);
    event.set();
    co_await event.wait();
  }());
}

TEST(condition, waits_for_a_change_with_the_lock_held) {
  run([]() -> aio::task<> {
    aio::condition changed;
    std::vector<int> jobs;
    int taken = 0;
    auto consume = [&]() -> aio::task<> {
      auto held = co_await changed.scoped();
      co_await changed.wait_for([&] { return !jobs.empty(); });
      taken += jobs.back();
      jobs.pop_back();
    };
    EXPECT_THROW(changed.notify(), rt::misuse_error);
    EXPECT_THROW(co_await changed.wait(), rt::misuse_error);
    aio::task_handle<> a = aio::create_task(consume());
    aio::task_handle<> b = aio::create_task(consume());
    for (int job : {3, 4}) {
      co_await aio::yield();
      auto held = co_await changed.scoped();
      jobs.push_back(job);
      changed.notify();
    }
    co_await a;
    co_await b;
    EXPECT_EQ(taken, 7);
  }());
}

TEST(condition, a_notification_of_a_cancelled_task_is_not_lost) {
  run([]() -> aio::task<> {
    aio::lock lock;
    aio::condition changed(lock);
    auto wait = [&]() -> aio::task<> {
      auto held = co_await changed.scoped();
      try {
        co_await changed.wait();
      } catch (const rt::cancelled_error &) {
        EXPECT_TRUE(lock.held());
        throw;
      }
    };
    aio::task_handle<> first = aio::create_task(wait());
    aio::task_handle<> second = aio::create_task(wait());
    co_await aio::yield();
    {
      auto held = co_await changed.scoped();
      changed.notify();
      first.cancel();
    }
    EXPECT_THROW(co_await first, rt::cancelled_error);
    co_await second;
    aio::task_handle<> a = aio::create_task(wait());
    aio::task_handle<> b = aio::create_task(wait());
    co_await aio::yield();
    {
      auto held = co_await changed.scoped();
      changed.notify_all();
    }
    co_await a;
    co_await b;
  }());
}

TEST(semaphore, lets_so_many_in_and_no_more) {
  run([]() -> aio::task<> {
    aio::semaphore two(2);
    int inside = 0;
    int most = 0;
    auto work = [&]() -> aio::task<> {
      auto permit = co_await two.scoped();
      most = std::max(most, ++inside);
      co_await aio::sleep(1ms);
      --inside;
    };
    std::vector<aio::task<>> all;
    for (int i = 0; i < 9; ++i)
      all.push_back(work());
    co_await aio::gather(all);
    EXPECT_EQ(most, 2);
    EXPECT_FALSE(two.locked());
    two.release(3);
    for (int i = 0; i < 5; ++i)
      EXPECT_TRUE(two.try_acquire());
    EXPECT_FALSE(two.try_acquire());
  }());
}

TEST(semaphore, a_permit_of_a_cancelled_task_goes_on_to_the_next) {
  run([]() -> aio::task<> {
    aio::semaphore permits(0);
    auto take = [&]() -> aio::task<> { co_await permits.acquire(); };
    aio::task_handle<> first = aio::create_task(take());
    aio::task_handle<> second = aio::create_task(take());
    co_await aio::yield();
    permits.release();
    first.cancel();
    EXPECT_THROW(co_await first, rt::cancelled_error);
    co_await second;
    EXPECT_TRUE(permits.locked());
  }());
}

TEST(bounded_semaphore, is_not_released_more_often_than_taken) {
  run([]() -> aio::task<> {
    aio::bounded_semaphore one(1);
    EXPECT_THROW(one.release(), rt::value_error);
    co_await one.acquire();
    one.release();
  }());
}

TEST(barrier, lets_all_parties_of_a_round_go_on) {
  run([]() -> aio::task<> {
    aio::barrier meeting(3);
    std::vector<std::size_t> places;
    auto meet = [&]() -> aio::task<> {
      for (int round = 0; round < 10; ++round)
        places.push_back(co_await meeting.wait());
    };
    std::vector<aio::task<>> all;
    for (int i = 0; i < 3; ++i)
      all.push_back(meet());
    co_await aio::gather(all);
    EXPECT_EQ(places.size(), 30u);
    EXPECT_EQ(std::count(places.begin(), places.end(), 0u), 10);
    EXPECT_EQ(meeting.n_waiting(), 0u);
  }());
  EXPECT_THROW(aio::barrier(0), rt::value_error);
}

TEST(barrier, of_three_keeps_two_of_five_waiting_until_it_is_aborted) {
  run([]() -> aio::task<> {
    aio::barrier meeting(3);
    auto meet = [&]() -> aio::task<> { co_await meeting.wait(); };
    std::vector<aio::task_handle<>> all;
    for (int i = 0; i < 5; ++i)
      all.push_back(aio::create_task(meet()));
    for (int i = 0; i < 3; ++i)
      co_await aio::yield();
    auto late = co_await aio::wait(all, 0ms);
    EXPECT_EQ(late.done.size(), 3u);
    EXPECT_EQ(meeting.n_waiting(), 2u);
    meeting.abort();
    EXPECT_TRUE(meeting.broken());
    for (const auto &one : late.not_done)
      EXPECT_THROW(co_await one, rt::broken_barrier_error);
    EXPECT_THROW(co_await meeting.wait(), rt::broken_barrier_error);
    meeting.reset();
    EXPECT_FALSE(meeting.broken());
    aio::task_handle<> waits = aio::create_task(meet());
    co_await aio::yield();
    meeting.reset();
    EXPECT_THROW(co_await waits, rt::broken_barrier_error);
    // A cancelled party leaves; three others still meet.
    co_await expect_cancellable(meet());
    co_await aio::gather(meet(), meet(), meet());
  }());
}

TEST(queue, keeps_its_order) {
  aio::queue<int> fifo;
  aio::lifo_queue<int> lifo;
  aio::priority_queue<int> smallest;
  for (int n : {2, 1, 3}) {
    fifo.put_nowait(n);
    lifo.put_nowait(n);
    smallest.put_nowait(n);
  }
  for (int n : {2, 1, 3})
    EXPECT_EQ(fifo.get_nowait(), n);
  for (int n : {3, 1, 2})
    EXPECT_EQ(lifo.get_nowait(), n);
  for (int n : {1, 2, 3})
    EXPECT_EQ(smallest.get_nowait(), n);
  EXPECT_THROW(fifo.get_nowait(), rt::queue_empty);
  aio::queue<int> small(1);
  small.put_nowait(1);
  EXPECT_TRUE(small.full());
  EXPECT_EQ(small.qsize(), 1u);
  EXPECT_EQ(small.maxsize(), 1u);
  EXPECT_THROW(small.put_nowait(2), rt::queue_full);
}

TEST(queue, passes_everything_from_producers_to_consumers) {
  run([]() -> aio::task<> {
    aio::queue<std::unique_ptr<int>> items(3);
    long sum = 0;
    auto produce = [&](int from) -> aio::task<> {
      for (int i = 0; i < 100; ++i)
        co_await items.put(std::make_unique<int>(from + i));
    };
    auto consume = [&]() -> aio::task<> {
      while (true) {
        sum += *co_await items.get();
        co_await aio::yield();
        items.task_done();
      }
    };
    std::vector<aio::task_handle<>> consumers;
    for (int i = 0; i < 3; ++i)
      consumers.push_back(aio::create_task(consume()));
    co_await aio::gather(produce(0), produce(1000));
    co_await items.join();
    EXPECT_EQ(sum, 2 * 4950 + 100 * 1000);
    EXPECT_THROW(items.task_done(), rt::value_error);
    for (auto &one : consumers)
      one.cancel();
  }());
}

TEST(queue, loses_nothing_to_cancelled_getters_and_putters) {
  run([]() -> aio::task<> {
    std::mt19937 random(1);
    aio::queue<int> items(2);
    int put = 0;
    int got = 0;
    auto getter = [&]() -> aio::task<> {
      co_await items.get();
      ++got;
    };
    auto putter = [&]() -> aio::task<> {
      co_await items.put(1);
      ++put;
    };
    std::vector<aio::task_handle<>> living;
    for (int step = 0; step < 20000; ++step) {
      switch (random() % 4) {
      case 0:
        living.push_back(aio::create_task(getter()));
        break;
      case 1:
        living.push_back(aio::create_task(putter()));
        break;
      case 2:
        if (!living.empty())
          living[random() % living.size()].cancel();
        break;
      default:
        co_await aio::yield();
      }
      if (living.size() > 50) {
        for (auto &one : living)
          one.cancel();
        co_await aio::wait(living);
        living.clear();
      }
      EXPECT_LE(items.qsize(), 2u);
    }
    for (auto &one : living)
      one.cancel();
    co_await aio::wait(living);
    EXPECT_EQ(put - got, static_cast<int>(items.qsize()));
    EXPECT_GT(got, 100);
  }());
}

TEST(cancellation, reaches_every_await) {
  run([]() -> aio::task<> {
    aio::lock lock;
    co_await lock.acquire();
    co_await expect_cancellable([](auto &x) -> aio::task<> { co_await x.acquire(); }(lock));
    co_await expect_cancellable([](auto &x) -> aio::task<> { auto h = co_await x.scoped(); }(lock));
    aio::event event;
    co_await expect_cancellable([](auto &x) -> aio::task<> { co_await x.wait(); }(event));
    aio::condition condition;
    co_await expect_cancellable([](auto &x) -> aio::task<> {
      auto held = co_await x.scoped();
      co_await x.wait();
    }(condition));
    aio::semaphore semaphore(0);
    co_await expect_cancellable([](auto &x) -> aio::task<> { co_await x.acquire(); }(semaphore));
    aio::barrier barrier(2);
    co_await expect_cancellable([](auto &x) -> aio::task<> { co_await x.wait(); }(barrier));
    EXPECT_EQ(barrier.n_waiting(), 0u);
    aio::queue<int> queue(1);
    co_await expect_cancellable([](auto &x) -> aio::task<> { co_await x.get(); }(queue));
    queue.put_nowait(1);
    co_await expect_cancellable([](auto &x) -> aio::task<> { co_await x.put(2); }(queue));
    co_await expect_cancellable([](auto &x) -> aio::task<> { co_await x.join(); }(queue));
    EXPECT_EQ(queue.qsize(), 1u);
    co_await expect_cancellable([]() -> aio::task<> { co_await aio::sleep(1h); }());
    co_await expect_cancellable(
        [](aio::future<> f) -> aio::task<> { co_await f; }(aio::get_running_loop().create_future()));
    lock.release();
  }());
}

} // namespace
