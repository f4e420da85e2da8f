//===- barrier_of_three.cpp - a barrier of three and five threads --------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Three threads go on together. Two wait for a third that never comes: without
// the abort at the end, for ever.
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/barrier.h"
#include "heddle/rt/thread.h"
#include <cstdio>
#include <vector>

namespace rt = heddle::rt;
using namespace std::chrono_literals;

static rt::barrier bar(3);

static void run() {
  std::printf("threads besides main: %zu\n", rt::active_count() - 1);
  try {
    bar.wait();
    std::puts("three are there");
  } catch (const rt::broken_barrier_error &) {
    std::puts("two were sent away");
  }
}

int main() {
  std::vector<rt::thread> threads;
  for (int i = 0; i < 3; ++i)
    threads.emplace_back(run);
  threads.clear();
  for (int i = 0; i < 2; ++i)
    threads.emplace_back(run);
  while (bar.n_waiting() < 2)
    rt::this_thread::sleep_for(1ms);
  std::printf("waiting: %zu of %zu\n", bar.n_waiting(), bar.parties());
  bar.abort();
  threads.clear();
  std::printf("broken: %s\n", bar.broken() ? "yes" : "no");
}

// CHECK-COUNT-3: threads besides main: {{[1-3]}}
// CHECK-COUNT-3: three are there
// CHECK-NOT: three are there
// CHECK-COUNT-2: threads besides main: {{[1-2]}}
// CHECK-NOT: three are there
// CHECK: waiting: 2 of 3
// CHECK-COUNT-2: two were sent away
// CHECK: broken: yes
