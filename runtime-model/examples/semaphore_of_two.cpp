//===- semaphore_of_two.cpp - three coroutines, two of them at a time ----===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/aio.h"
#include <cstdio>

namespace aio = heddle::rt::aio;
using namespace std::chrono_literals;

static aio::task<> hello(aio::semaphore &two, int n) {
  auto permit = co_await two.scoped();
  std::printf("%d: hello world\n", n);
  co_await aio::sleep(20ms);
  std::printf("%d: hello again\n", n);
}

static aio::task<> amain() {
  aio::semaphore two(2);
  co_await aio::gather(hello(two, 1), hello(two, 2), hello(two, 3));
}

int main() {
  aio::run(amain());
}

// CHECK: 1: hello world
// CHECK-NEXT: 2: hello world
// CHECK-NEXT: 1: hello again
// The third begins when the first has ended.
// CHECK-DAG: 2: hello again
// CHECK-DAG: 3: hello world
// CHECK: 3: hello again
