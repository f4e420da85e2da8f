//===- aio_explorer_hooks_test.cpp - tests of explorer_hooks.h ------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "aio_test.h"
#include "heddle/rt/aio/explorer_hooks.h"

namespace {

int begun = 0;
int ended = 0;
bool newest_first = false;

} // namespace

// What the explorer would define.
extern "C" void heddle_explorer_loop_begin() {
  ++begun;
}
extern "C" void heddle_explorer_loop_end() {
  ++ended;
}
extern "C" unsigned heddle_explorer_choose(unsigned count) {
  return newest_first ? count - 1 : 0;
}

namespace {

std::vector<int> order_of_tasks(bool reversed) {
  newest_first = reversed;
  std::vector<int> order;
  auto note = [&](int n) -> aio::task<> {
    order.push_back(n);
    co_return;
  };
  aio::event_loop loop;
  for (int n = 1; n <= 4; ++n)
    loop.create_task(note(n));
  loop.call_later(1ms, [&] { loop.stop(); });
  loop.run_forever();
  return order;
}

TEST(explorer_hooks, choose_which_ready_task_runs_next) {
  EXPECT_EQ(order_of_tasks(false), (std::vector{1, 2, 3, 4}));
  EXPECT_EQ(order_of_tasks(true), (std::vector{4, 3, 2, 1}));
}

TEST(explorer_hooks, bracket_every_callback) {
  begun = ended = 0;
  order_of_tasks(false);
  EXPECT_EQ(begun, 5);
  EXPECT_EQ(ended, 5);
}

} // namespace
