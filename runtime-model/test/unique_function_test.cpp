//===- unique_function_test.cpp - tests of unique_function.h -------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/unique_function.h"
#include <gtest/gtest.h>
#include <memory>

using namespace heddle::rt;

namespace {

TEST(unique_function, holds_what_only_moves) {
  unique_function<int(int)> add = [one = std::make_unique<int>(1)](int x) { return x + *one; };
  auto moved = std::move(add);
  EXPECT_FALSE(add); // NOLINT(bugprone-use-after-move): this is what is tested
  EXPECT_EQ(moved(2), 3);
}

TEST(unique_function, forwards_what_only_moves) {
  unique_function<int(std::unique_ptr<int>)> read = [](std::unique_ptr<int> p) { return *p; };
  EXPECT_EQ(read(std::make_unique<int>(4)), 4);
}

TEST(unique_function, drops_a_result_that_is_not_wanted) {
  int calls = 0;
  unique_function<void()> count = [&] { return ++calls; };
  count();
  EXPECT_EQ(calls, 1);
}

TEST(unique_function, an_empty_one_cannot_be_called) {
  unique_function<void()> none;
  EXPECT_THROW(none(), std::bad_function_call);
}

} // namespace
