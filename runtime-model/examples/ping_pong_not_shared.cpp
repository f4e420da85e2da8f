//===- ping_pong_not_shared.cpp - a global counter is not shared by processes ===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Each child has a counter of its own and counts it to 50: a hundred words are
// printed, and the parent's counter is still 0.
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/mp/process.h"
#include <cstdio>
#include <thread>

namespace mp = heddle::rt::mp;
using namespace std::chrono_literals;

static int counter = 0;

static void sub_task(const std::string &text) {
  while (counter < 50) {
    std::printf("%s", text.c_str());
    std::fflush(stdout);
    ++counter;
    std::this_thread::sleep_for(1ms);
  }
  throw mp::process_exit{counter};
}

int main() {
  mp::process ping(sub_task, "Ping");
  mp::process pong(sub_task, "Pong");
  ping.join();
  pong.join();
  std::printf("\ncounted to %d and %d; the parent: %d\n", *ping.exitcode(), *pong.exitcode(), counter);
}

// CHECK: {{^(Ping|Pong){100}$}}
// CHECK-NEXT: counted to 50 and 50; the parent: 0
