//===- named_thread.cpp - threads with names -----------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/thread.h"
#include <cstdio>

namespace rt = heddle::rt;

static void loop() {
  std::printf("thread %s is running...\n", rt::current_thread().name().c_str());
  for (int n = 1; n <= 3; ++n)
    std::printf("thread %s >>> %d\n", rt::current_thread().name().c_str(), n);
  std::printf("thread %s ended.\n", rt::current_thread().name().c_str());
}

int main() {
  std::printf("thread %s is running...\n", rt::current_thread().name().c_str());
  rt::thread t({.name = "LoopThread"}, loop);
  t.join();
  std::printf("thread %s ended.\n", rt::main_thread().name().c_str());
}

// CHECK: thread MainThread is running...
// CHECK-NEXT: thread LoopThread is running...
// CHECK-NEXT: thread LoopThread >>> 1
// CHECK-NEXT: thread LoopThread >>> 2
// CHECK-NEXT: thread LoopThread >>> 3
// CHECK-NEXT: thread LoopThread ended.
// CHECK-NEXT: thread MainThread ended.
