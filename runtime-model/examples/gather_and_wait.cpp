//===- gather_and_wait.cpp - results of several tasks, in two ways -------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/aio.h"
#include <cstdio>

namespace aio = heddle::rt::aio;
using namespace std::chrono_literals;

static aio::task<int> square(int n) {
  co_await aio::sleep(n * 1ms);
  const int result = n * n;
  co_return result;
}

static aio::task<> amain() {
  // All have begun when the first is awaited; the results are in their order.
  std::vector<aio::task_handle<int>> tasks;
  for (int n = 5; n > 0; --n)
    tasks.push_back(aio::create_task(square(n)));
  for (int result : co_await aio::gather(tasks))
    std::printf("gather: %d\n", result);

  // A wait says which are done, in the order in which they were.
  tasks.clear();
  for (int n = 1; n <= 3; ++n)
    tasks.push_back(aio::create_task(square(n)));
  auto [done, not_done] = co_await aio::wait(tasks);
  std::printf("wait: %zu done, %zu not done\n", done.size(), not_done.size());
  int sum = 0;
  for (const auto &task : done)
    sum += task.result();
  std::printf("wait: %d in all\n", sum);

  // Whoever waits for the first only, cancels the others or waits again.
  tasks.clear();
  tasks.push_back(aio::create_task(square(1)));
  tasks.push_back(aio::create_task(square(1000)));
  auto first = co_await aio::wait(tasks, heddle::rt::return_when::first_completed);
  std::printf("first: %d\n", first.done.front().result());
  for (const auto &task : first.not_done)
    task.cancel();
}

int main() {
  aio::run(amain());
}

// CHECK: gather: 25
// CHECK-NEXT: gather: 16
// CHECK-NEXT: gather: 9
// CHECK-NEXT: gather: 4
// CHECK-NEXT: gather: 1
// CHECK-NEXT: wait: 3 done, 0 not done
// CHECK-NEXT: wait: 14 in all
// CHECK-NEXT: first: 1
