//===- main_guard.cpp - no process before main, and none by endless repetition ===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A process that is started while static objects are made would be started again
// by each child that makes the same objects. So it is refused there, and spawn is
// refused unless main begins with a guard that keeps children out of it.
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/mp/process.h"
#include <cstdio>

namespace mp = heddle::rt::mp;

static void work() {
  std::puts("child: at work");
}

static std::string try_to_start(mp::start_method method) {
  try {
    mp::process({.method = method}, mp::entry<work>).join();
    return "done";
  } catch (const heddle::rt::process_error &error) {
    return error.what();
  }
}

static const std::string before_main = try_to_start(mp::start_method::fork);

int main() {
  // A spawned child would write this, too, if it came here before the guard.
  std::printf("before main: %s\n", before_main.c_str());
  std::printf("without guard: %s\n", try_to_start(mp::start_method::spawn).c_str());
  std::fflush(stdout);
  mp::main_guard guard;
  std::printf("with guard: %s\n", try_to_start(mp::start_method::fork).c_str());
}

// CHECK: before main: a process cannot be started before main, while static objects are being made
// CHECK-NEXT: without guard: spawn runs main again in the child: put a heddle::rt::mp::main_guard at its beginning
// CHECK-NEXT: child: at work
// CHECK-NEXT: with guard: done
