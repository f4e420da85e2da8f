//===- pool_of_five_jobs.cpp - five jobs for four worker processes -------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/mp/pool.h"
#include <cstdio>
#include <thread>
#include <unistd.h>

namespace rt = heddle::rt;
namespace mp = heddle::rt::mp;

static void long_time_task(int name) {
  std::printf("run task %d (%d)...\n", name, getpid());
  auto start = rt::clock::now();
  std::this_thread::sleep_for(std::chrono::milliseconds(10 * (name % 3 + 1)));
  std::printf("task %d ran %.2f seconds.\n", name, std::chrono::duration<double>(rt::clock::now() - start).count());
  std::fflush(stdout);
}

int main() {
  std::printf("parent process %d.\n", getpid());
  mp::pool pool(4);
  for (int i = 0; i < 5; ++i)
    pool.apply_async(mp::entry<long_time_task>, std::tuple(i));
  std::printf("waiting for all subprocesses...\n");
  std::fflush(stdout);
  pool.close();
  pool.join();
  std::printf("all subprocesses done.\n");
}

// CHECK: parent process {{[0-9]+}}.
// CHECK-DAG: waiting for all subprocesses...
// CHECK-DAG: run task 0 ({{[0-9]+}})...
// CHECK-DAG: run task 1 ({{[0-9]+}})...
// CHECK-DAG: run task 2 ({{[0-9]+}})...
// CHECK-DAG: run task 3 ({{[0-9]+}})...
// CHECK-DAG: run task 4 ({{[0-9]+}})...
// CHECK-DAG: task 0 ran {{[0-9.]+}} seconds.
// CHECK-DAG: task 1 ran {{[0-9.]+}} seconds.
// CHECK-DAG: task 2 ran {{[0-9.]+}} seconds.
// CHECK-DAG: task 3 ran {{[0-9.]+}} seconds.
// CHECK-DAG: task 4 ran {{[0-9.]+}} seconds.
// CHECK: all subprocesses done.
