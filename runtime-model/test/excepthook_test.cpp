//===- excepthook_test.cpp - tests of excepthook.h -----------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/excepthook.h"
#include <gtest/gtest.h>
#include <stdexcept>

using namespace heddle::rt;

namespace {

const std::exception_ptr no = std::make_exception_ptr(std::domain_error("no"));

TEST(excepthook, gets_the_exception_and_where_it_was) {
  std::string seen;
  auto before = set_excepthook([&](const unhandled_exception &e) { seen = e.where + ": " + describe(e.error); });
  call_excepthook({no, "thread 'a'"});
  set_excepthook(before);
  EXPECT_EQ(seen, "thread 'a': no");
}

TEST(excepthook, writes_a_line_by_default) {
  set_excepthook({});
  testing::internal::CaptureStderr();
  call_excepthook({no, "thread 'a'"});
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "heddle: exception in thread 'a': no\n");
}

TEST(excepthook, may_throw_without_harm) {
  auto before = set_excepthook([](const unhandled_exception &) { throw 1; });
  testing::internal::CaptureStderr();
  call_excepthook({no, "thread 'a'"});
  EXPECT_EQ(testing::internal::GetCapturedStderr(), "heddle: the excepthook itself threw\n");
  set_excepthook(before);
}

TEST(describe, says_what_an_exception_is) {
  EXPECT_EQ(describe(no), "no");
  EXPECT_EQ(describe(std::make_exception_ptr(1)), "unknown exception");
  EXPECT_EQ(describe(nullptr), "no exception");
}

} // namespace
