//===- thread_arguments.cpp - arguments for a thread ---------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/thread.h"
#include <cstdio>
#include <map>
#include <string>

namespace rt = heddle::rt;

static void run(int a, const std::string &b, const std::map<std::string, int> &c) {
  std::puts("thread begins");
  std::printf("its arguments are (%d, '%s', {'c': %d})\n", a, b.c_str(), c.at("c"));
  std::puts("thread ends");
}

int main() {
  rt::thread t1(run, 1, "2", std::map<std::string, int>{{"c", 3}});
  t1.join();
}

// CHECK: thread begins
// CHECK-NEXT: its arguments are (1, '2', {'c': 3})
// CHECK-NEXT: thread ends
