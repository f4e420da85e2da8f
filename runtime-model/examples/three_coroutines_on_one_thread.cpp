//===- three_coroutines_on_one_thread.cpp - tasks need no threads --------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/aio.h"
#include "heddle/rt/thread.h"
#include <cstdio>

namespace aio = heddle::rt::aio;

static aio::task<> hello() {
  std::printf("Hello world! (%s)\n", heddle::rt::current_thread().name().c_str());
  std::printf("Hello again! (%s)\n", heddle::rt::current_thread().name().c_str());
  co_return;
}

int main() {
  aio::event_loop loop;
  std::vector<aio::task_handle<>> tasks;
  for (int i = 0; i < 3; ++i)
    tasks.push_back(loop.create_task(hello()));
  loop.run_until_complete(aio::wait(tasks));
}

// CHECK: Hello world! (MainThread)
// CHECK-NEXT: Hello again! (MainThread)
// CHECK-NEXT: Hello world! (MainThread)
// CHECK-NEXT: Hello again! (MainThread)
// CHECK-NEXT: Hello world! (MainThread)
// CHECK-NEXT: Hello again! (MainThread)
