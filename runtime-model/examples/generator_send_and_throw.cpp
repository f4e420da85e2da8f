//===- generator_send_and_throw.cpp - a generator that is sent values ----===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/generator.h"
#include <cstdio>

using heddle::rt::generator;

static generator<double, double> average() {
  double sum = 0;
  double last = 0;
  for (int count = 0;;) {
    try {
      sum += co_yield last;
      last = sum / ++count;
    } catch (const std::exception &reset) {
      std::printf("reset: %s\n", reset.what());
      sum = last = count = 0;
    }
  }
}

static generator<int, void, int> count_to(int end) {
  for (int i = 1; i <= end; ++i)
    co_yield i;
  co_return end;
}

static generator<int> twice(int end) {
  const int counted = co_yield heddle::rt::from(count_to(end));
  co_yield heddle::rt::from(count_to(counted));
}

int main() {
  generator<double, double> numbers = average();
  numbers.next();
  std::printf("%g\n", *numbers.send(10));
  std::printf("%g\n", *numbers.send(20));
  numbers.throw_in(std::make_exception_ptr(std::runtime_error("a new row")));
  std::printf("%g\n", *numbers.send(7));
  for (int n : twice(2))
    std::printf("counted %d\n", n);
}

// CHECK: 10
// CHECK-NEXT: 15
// CHECK-NEXT: reset: a new row
// CHECK-NEXT: 7
// CHECK-NEXT: counted 1
// CHECK-NEXT: counted 2
// CHECK-NEXT: counted 1
// CHECK-NEXT: counted 2
