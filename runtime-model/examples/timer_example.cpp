//===- timer_example.cpp - a thread that begins later --------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/timer.h"
#include <cstdio>

namespace rt = heddle::rt;
using namespace std::chrono_literals;

static void run() {
  std::puts("thread begins");
  std::puts("thread ends");
}

int main() {
  auto start = rt::clock::now();
  rt::timer t1(50ms, run);
  rt::timer never(1h, [] { std::puts("not this one"); });
  t1.join();
  never.cancel();
  never.join();
  std::printf("end, %s\n", rt::clock::now() - start >= 50ms ? "and not too early" : "too early");
}

// CHECK: thread begins
// CHECK-NEXT: thread ends
// CHECK-NEXT: end, and not too early
