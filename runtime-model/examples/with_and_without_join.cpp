//===- with_and_without_join.cpp - main goes on, or waits ----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/event.h"
#include "heddle/rt/thread.h"
#include <cstdio>

namespace rt = heddle::rt;

// The thread of the first half is slow for sure: it begins when main is through.
static rt::event main_is_through;

static void run() {
  main_is_through.wait();
  std::puts("thread begins");
  std::puts("thread ends");
}

static void without_join() {
  std::puts("without join:");
  std::puts("main begins");
  rt::thread t1(run);
  std::puts("main ends");
  main_is_through.set();
} // the thread is joined here, at the latest

static void with_join() {
  std::puts("with join:");
  std::puts("main begins");
  rt::thread t2(run);
  t2.join();
  std::puts("main ends");
}

int main() {
  without_join();
  with_join();
}

// CHECK: without join:
// CHECK-NEXT: main begins
// CHECK-NEXT: main ends
// CHECK-NEXT: thread begins
// CHECK-NEXT: thread ends
// CHECK-NEXT: with join:
// CHECK-NEXT: main begins
// CHECK-NEXT: thread begins
// CHECK-NEXT: thread ends
// CHECK-NEXT: main ends
