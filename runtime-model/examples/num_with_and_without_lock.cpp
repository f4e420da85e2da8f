//===- num_with_and_without_lock.cpp - num += i; num -= i, in two threads ===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Without a lock a thread may write back a number that the other has changed
// since it was read, and the sum is lost. In C++ a race on a plain int is
// undefined behaviour, so the number is an atomic here, and only the step from
// reading to writing is not guarded.
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/guarded.h"
#include "heddle/rt/thread.h"
#include <atomic>
#include <cstdio>

namespace rt = heddle::rt;

static std::atomic<long> num = 0;
static rt::guarded<long> num1(0);

static void add(long i) {
  num.store(num.load() + i);
}

static void run() {
  for (long i = 0; i < 200000; ++i) {
    add(i);
    add(-i);
  }
}

static void run1() {
  for (long i = 0; i < 200000; ++i)
    num1.with([i](long &n) {
      n += i;
      n -= i;
    });
}

int main() {
  {
    rt::thread t1(run), t2(run), t3(run1), t4(run1);
  }
  std::printf("without a lock: %ld\n", num.load());
  std::printf("with a lock: %ld\n", num1.copy());
}

// CHECK: without a lock: {{-?[0-9]+}}
// CHECK-NEXT: with a lock: 0{{$}}
