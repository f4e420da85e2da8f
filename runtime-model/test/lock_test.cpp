//===- lock_test.cpp - tests of lock.h -----------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/lock.h"
#include <functional>
#include <gtest/gtest.h>
#include <thread>
#include <vector>

using namespace heddle::rt;
using namespace std::chrono_literals;

namespace {

/// Runs `f` in another thread, to the end.
void elsewhere(std::function<void()> f) {
  std::jthread(std::move(f)).join();
}

template <class Lock> class any_lock : public testing::Test {};
using lock_types = testing::Types<mutex, recursive_lock>;
TYPED_TEST_SUITE(any_lock, lock_types);

TYPED_TEST(any_lock, is_free_held_and_free_again) {
  TypeParam m;
  EXPECT_FALSE(m.locked());
  m.lock();
  EXPECT_TRUE(m.locked());
  EXPECT_TRUE(m.held());
  elsewhere([&] {
    EXPECT_TRUE(m.locked());
    EXPECT_FALSE(m.held());
  });
  m.unlock();
  EXPECT_FALSE(m.locked());
}

TYPED_TEST(any_lock, try_lock_gets_a_free_lock_only) {
  TypeParam m;
  ASSERT_TRUE(m.try_lock());
  elsewhere([&] { EXPECT_FALSE(m.try_lock()); });
  m.unlock();
  elsewhere([&] {
    ASSERT_TRUE(m.try_lock());
    m.unlock();
  });
}

TYPED_TEST(any_lock, a_timeout_is_not_shorter_than_told) {
  TypeParam m;
  std::lock_guard held(m);
  elsewhere([&] {
    auto begin = clock::now();
    EXPECT_FALSE(m.acquire(20ms));
    EXPECT_GE(clock::now() - begin, 20ms);
    begin = clock::now();
    EXPECT_FALSE(m.try_lock_for(10ms));
    EXPECT_GE(clock::now() - begin, 10ms);
    EXPECT_FALSE(m.acquire(0ms));
    EXPECT_FALSE(m.acquire(-1s));
    EXPECT_FALSE(m.try_lock_until(clock::now() - 1s));
  });
}

TYPED_TEST(any_lock, a_timed_acquire_gets_the_lock_when_it_is_released) {
  TypeParam m;
  m.lock();
  std::jthread waits([&] {
    ASSERT_TRUE(m.acquire(1h));
    m.release();
    ASSERT_TRUE(m.acquire(timeout_max));
    m.release();
  });
  std::this_thread::sleep_for(5ms);
  m.unlock();
}

TYPED_TEST(any_lock, release_by_others_or_by_nobody_is_refused) {
  TypeParam m;
  EXPECT_THROW(m.release(), misuse_error);
  m.lock();
  elsewhere([&] { EXPECT_THROW(m.unlock(), misuse_error); });
  EXPECT_TRUE(m.held());
  m.unlock();
  EXPECT_THROW(m.unlock(), misuse_error);
}

TYPED_TEST(any_lock, excludes_others_under_load) {
  TypeParam m;
  long counter = 0;
  {
    std::vector<std::jthread> all;
    for (int t = 0; t < 4; ++t)
      all.emplace_back([&] {
        for (int i = 0; i < 5000; ++i) {
          std::lock_guard guard(m);
          counter += i;
          counter -= i - 1;
        }
      });
  }
  EXPECT_EQ(counter, 20000);
}

TYPED_TEST(any_lock, works_with_the_guards_of_the_standard_library) {
  TypeParam m;
  {
    std::unique_lock guard(m, std::defer_lock);
    EXPECT_FALSE(m.locked());
    EXPECT_TRUE(guard.try_lock_for(1s));
    EXPECT_TRUE(m.held());
  }
  EXPECT_FALSE(m.locked());
  try {
    std::scoped_lock guard(m);
    throw error("out of the block");
  } catch (const error &) {
  }
  EXPECT_FALSE(m.locked());
  {
    heddle::rt::lock_guard guard(m);
    EXPECT_TRUE(m.held());
  }
  EXPECT_FALSE(m.locked());
}

TEST(mutex, taking_it_twice_is_an_error_and_no_deadlock) {
  heddle::rt::lock m;
  m.lock();
  EXPECT_THROW(m.lock(), deadlock_error);
  EXPECT_THROW(m.acquire(1s), deadlock_error);
  EXPECT_FALSE(m.try_lock());
  EXPECT_TRUE(m.held());
  m.unlock();
}

TEST(recursive_lock, is_free_after_as_many_releases) {
  recursive_lock m;
  m.lock();
  EXPECT_TRUE(m.try_lock());
  EXPECT_TRUE(m.acquire(1s));
  EXPECT_TRUE(m.try_lock_until(clock::now()));
  for (int left = 4; left > 0; --left) {
    elsewhere([&] { EXPECT_FALSE(m.try_lock()); });
    m.unlock();
  }
  elsewhere([&] {
    EXPECT_TRUE(m.try_lock());
    m.unlock();
  });
}

TEST(lock_all, holds_all_and_releases_all) {
  mutex a, b;
  recursive_lock c;
  {
    lock_all guard(a, b, c);
    EXPECT_TRUE(a.held() && b.held() && c.held());
  }
  EXPECT_FALSE(a.locked() || b.locked() || c.locked());
}

TEST(lock_all, the_order_of_the_names_does_not_matter) {
  mutex a, b, c;
  long counter = 0;
  {
    auto work = [&](mutex &x, mutex &y, mutex &z) {
      for (int i = 0; i < 3000; ++i) {
        lock_all guard(x, y, z);
        ++counter;
      }
    };
    std::jthread one([&] { work(a, b, c); }), two([&] { work(c, b, a); }), three([&] { work(b, c, a); });
  }
  EXPECT_EQ(counter, 9000);
}

} // namespace
