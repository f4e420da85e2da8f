//===- loop_thread.cpp - a thread that runs an event loop for others -----===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/aio.h"
#include "heddle/rt/thread.h"
#include <cstdio>

namespace rt = heddle::rt;
namespace aio = heddle::rt::aio;
using namespace std::chrono_literals;

static aio::task<int> add(int a, int b) {
  co_await aio::sleep(1ms);
  std::printf("%s adds\n", rt::current_thread().name().c_str());
  co_return a + b;
}

int main() {
  aio::event_loop loop;
  rt::thread runs({.name = "LoopThread"}, [&] { loop.run_forever(); });
  rt::future<int> sum = aio::run_coroutine_threadsafe(add(1, 2), loop);
  std::printf("%s waits\n", rt::current_thread().name().c_str());
  std::printf("1 + 2 = %d\n", sum.result());
  loop.stop_threadsafe();
  runs.join();
}

// CHECK-DAG: MainThread waits
// CHECK-DAG: LoopThread adds
// CHECK: 1 + 2 = 3
