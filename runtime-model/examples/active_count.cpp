//===- active_count.cpp - how many threads there are ---------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/thread.h"
#include <cstdio>

namespace rt = heddle::rt;

static void run() {
  std::puts("thread begins");
  std::printf("threads: %zu\n", rt::active_count());
  std::puts("thread ends");
}

int main() {
  std::printf("threads: %zu\n", rt::active_count());
  rt::thread t1(run);
  t1.join();
}

// CHECK: threads: 1
// CHECK-NEXT: thread begins
// CHECK-NEXT: threads: 2
// CHECK-NEXT: thread ends
