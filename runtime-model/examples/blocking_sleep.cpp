//===- blocking_sleep.cpp - a sleep that stops everybody, and one that does not ===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/aio.h"
#include <cstdio>
#include <thread>

namespace aio = heddle::rt::aio;
using namespace std::chrono_literals;

static aio::task<> blocking(int n) {
  std::printf("blocking %d: hello world\n", n);
  std::this_thread::sleep_for(20ms); // the whole loop sleeps
  std::printf("blocking %d: hello again\n", n);
  co_return;
}

static aio::task<> waiting(int n) {
  std::printf("waiting %d: hello world\n", n);
  co_await aio::sleep(20ms); // this coroutine sleeps
  std::printf("waiting %d: hello again\n", n);
}

static aio::task<> amain() {
  co_await aio::gather(blocking(1), blocking(2), blocking(3));
  co_await aio::gather(waiting(1), waiting(2), waiting(3));
}

int main() {
  aio::run(amain());
}

// One after the other:
// CHECK: blocking 1: hello world
// CHECK-NEXT: blocking 1: hello again
// CHECK-NEXT: blocking 2: hello world
// CHECK-NEXT: blocking 2: hello again
// CHECK-NEXT: blocking 3: hello world
// CHECK-NEXT: blocking 3: hello again
// All at once:
// CHECK-NEXT: waiting 1: hello world
// CHECK-NEXT: waiting 2: hello world
// CHECK-NEXT: waiting 3: hello world
// CHECK-NEXT: waiting 1: hello again
// CHECK-NEXT: waiting 2: hello again
// CHECK-NEXT: waiting 3: hello again
