//===- time_test.cpp - tests of time.h -----------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/time.h"
#include <gtest/gtest.h>

using namespace heddle::rt;
using namespace std::chrono_literals;

namespace {

TEST(deadline, is_never_without_a_timeout) {
  deadline end;
  EXPECT_TRUE(end.is_never());
  EXPECT_FALSE(end.passed());
  EXPECT_EQ(end.left(), std::nullopt);
  EXPECT_TRUE(deadline(timeout()).is_never());
}

TEST(deadline, too_far_away_is_never) {
  EXPECT_TRUE(deadline(timeout_max).is_never());
  EXPECT_FALSE(deadline(24h * 365).is_never());
}

TEST(deadline, zero_and_less_have_passed) {
  EXPECT_TRUE(deadline(0ms).passed());
  EXPECT_TRUE(deadline(-5s).passed());
  EXPECT_EQ(deadline(-5s).left(), 0ns);
}

TEST(deadline, counts_down) {
  deadline end(1h);
  EXPECT_FALSE(end.passed());
  EXPECT_LE(*end.left(), 1h);
  EXPECT_GT(*end.left(), 0ns);
  EXPECT_EQ(deadline(end.when()).when(), end.when());
}

} // namespace
