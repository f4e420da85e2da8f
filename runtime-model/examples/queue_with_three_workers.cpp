//===- queue_with_three_workers.cpp - ten items for three coroutines -----===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/aio.h"
#include <cstdio>

namespace aio = heddle::rt::aio;

static aio::task<> worker(aio::queue<int> &queue) {
  while (true) {
    const int item = co_await queue.get();
    std::printf("Worker got %d\n", item);
    queue.task_done();
  }
}

static aio::task<> amain() {
  aio::queue<int> queue;
  for (int i = 0; i < 3; ++i)
    aio::create_task(worker(queue));
  for (int i = 0; i < 10; ++i)
    co_await queue.put(i);
  co_await queue.join();
  std::puts("All done");
}

// The workers wait for more until run() cancels them.
int main() {
  aio::run(amain());
}

// CHECK-DAG: Worker got 0
// CHECK-DAG: Worker got 1
// CHECK-DAG: Worker got 2
// CHECK-DAG: Worker got 3
// CHECK-DAG: Worker got 4
// CHECK-DAG: Worker got 5
// CHECK-DAG: Worker got 6
// CHECK-DAG: Worker got 7
// CHECK-DAG: Worker got 8
// CHECK-DAG: Worker got 9
// CHECK: All done
