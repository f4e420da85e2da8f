//===- squares_as_completed.cpp - squares from a pool of three, as they come ===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/thread_pool_executor.h"
#include "heddle/rt/wait.h"
#include <algorithm>
#include <cstdio>
#include <vector>

namespace rt = heddle::rt;

int main() {
  rt::thread_pool_executor pool(3);
  std::vector<rt::future<int>> futures;
  for (int i = 0; i < 10; ++i)
    futures.push_back(pool.submit([](int x) { return x * x; }, i));
  for (rt::future<int> &future : rt::as_completed(futures)) {
    int number = static_cast<int>(std::ranges::find(futures, future) - futures.begin());
    std::printf("The square of %d is %d\n", number, future.result());
  }
}

// In any order, each once:
// CHECK-DAG: The square of 0 is 0{{$}}
// CHECK-DAG: The square of 1 is 1{{$}}
// CHECK-DAG: The square of 2 is 4{{$}}
// CHECK-DAG: The square of 3 is 9{{$}}
// CHECK-DAG: The square of 4 is 16{{$}}
// CHECK-DAG: The square of 5 is 25{{$}}
// CHECK-DAG: The square of 6 is 36{{$}}
// CHECK-DAG: The square of 7 is 49{{$}}
// CHECK-DAG: The square of 8 is 64{{$}}
// CHECK-DAG: The square of 9 is 81{{$}}
