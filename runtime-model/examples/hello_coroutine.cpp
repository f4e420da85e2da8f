//===- hello_coroutine.cpp - a coroutine, its loop and its task's result -===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/aio.h"
#include <cstdio>

namespace aio = heddle::rt::aio;

static aio::task<int> hello() {
  std::puts("Hello world!");
  co_await aio::yield();
  std::puts("Hello again!");
  co_return 42;
}

int main() {
  aio::event_loop loop;
  aio::task_handle<int> task = loop.create_task(hello());
  std::puts("Running the event loop...");
  loop.run_until_complete(task);
  std::printf("The result is: %d\n", task.result());
  loop.close();
}

// CHECK: Running the event loop...
// CHECK-NEXT: Hello world!
// CHECK-NEXT: Hello again!
// CHECK-NEXT: The result is: 42
