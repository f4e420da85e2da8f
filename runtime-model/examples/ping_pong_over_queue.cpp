//===- ping_pong_over_queue.cpp - a counter that goes through a queue ----===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The counter is a message, so there is only one: fifty words in all. Whoever
// takes it counts and puts it back. When one process has seen 50 and ended, the
// parent puts 50 again, for the other.
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/mp/process.h"
#include "heddle/rt/mp/queue.h"
#include <cstdio>
#include <thread>

namespace mp = heddle::rt::mp;
using namespace std::chrono_literals;

static void sub_task(const std::string &content, mp::queue<int> counters) {
  for (int counter = counters.get(); counter < 50; counter = counters.get()) {
    std::printf("%s", content.c_str());
    std::fflush(stdout);
    counters.put(counter + 1);
    std::this_thread::sleep_for(1ms);
  }
}

int main() {
  mp::queue<int> counters;
  counters.put(0);
  mp::process ping(sub_task, "Ping", counters);
  mp::process pong(sub_task, "Pong", counters);
  mp::wait({ping.sentinel(), pong.sentinel()}); // not: while both are alive, do nothing
  counters.put(50);
  ping.join();
  pong.join();
  std::printf("\n");
}

// CHECK: {{^(Ping|Pong){50}$}}
