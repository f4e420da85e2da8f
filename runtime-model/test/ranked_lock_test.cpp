//===- ranked_lock_test.cpp - tests of ranked_lock.h ---------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/ranked_lock.h"
#include <gtest/gtest.h>
#include <thread>

using namespace heddle::rt;
using namespace std::chrono_literals;

namespace {

class ranked : public testing::Test {
protected:
  void SetUp() override { before = check_lock_ranks(true); }
  void TearDown() override { check_lock_ranks(before); }
  bool before = false;
  ranked_lock low{10, "accounts"}, high{20, "journal"}, peer{20, "index"};
};

TEST_F(ranked, rising_ranks_are_fine) {
  std::lock_guard one(low);
  std::lock_guard two(high);
  EXPECT_TRUE(low.held() && high.held());
}

TEST_F(ranked, a_lower_rank_is_refused_and_not_taken) {
  std::lock_guard one(high);
  try {
    low.lock();
    FAIL();
  } catch (const lock_order_error &wrong) {
    EXPECT_STREQ(wrong.what(), "'accounts' of rank 10 is locked while 'journal' of rank 20 is held");
  }
  EXPECT_FALSE(low.locked());
  EXPECT_THROW(low.acquire(1s), lock_order_error);
}

TEST_F(ranked, an_equal_rank_is_refused) {
  std::lock_guard one(high);
  EXPECT_THROW(peer.lock(), lock_order_error);
  EXPECT_THROW(high.lock(), lock_order_error);
}

TEST_F(ranked, trying_is_always_allowed_and_counts_as_held) {
  std::lock_guard one(high);
  ASSERT_TRUE(low.try_lock());
  low.unlock();
  ASSERT_TRUE(peer.acquire(0ms));
  peer.unlock();
  ranked_lock middle(15);
  ASSERT_TRUE(middle.try_lock());
  ranked_lock below(12);
  EXPECT_THROW(below.lock(), lock_order_error);
  middle.unlock();
}

TEST_F(ranked, releases_in_any_order) {
  low.lock();
  high.lock();
  low.unlock();
  EXPECT_THROW(low.lock(), lock_order_error);
  high.unlock();
  low.lock();
  low.unlock();
}

TEST_F(ranked, each_thread_has_its_own_order) {
  std::lock_guard one(high);
  std::jthread([&] {
    std::lock_guard other(low);
    EXPECT_TRUE(low.held());
  }).join();
}

TEST_F(ranked, misuse_is_refused_as_of_any_lock) {
  EXPECT_THROW(low.unlock(), misuse_error);
  std::lock_guard one(low);
  std::jthread([&] { EXPECT_THROW(low.unlock(), misuse_error); }).join();
}

TEST_F(ranked, the_check_can_be_switched_off) {
  check_lock_ranks(false);
  EXPECT_FALSE(lock_ranks_checked());
  std::lock_guard one(high);
  std::lock_guard two(low);
  EXPECT_TRUE(low.held());
}

} // namespace
