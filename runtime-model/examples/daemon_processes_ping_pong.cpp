//===- daemon_processes_ping_pong.cpp - two endless daemon processes -----===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Daemons are terminated when the program ends; without `daemon` it would wait
// for them for ever.
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/mp/process.h"
#include <cstdio>
#include <thread>

namespace mp = heddle::rt::mp;
using namespace std::chrono_literals;

static void display(const std::string &content) {
  while (true) {
    std::printf("%s", content.c_str());
    std::fflush(stdout);
    std::this_thread::sleep_for(10ms);
  }
}

int main() {
  mp::process ping({.daemon = true}, display, "Ping");
  mp::process pong({.daemon = true}, display, "Pong");
  std::this_thread::sleep_for(100ms);
}

// CHECK: {{^(Ping|Pong)+$}}
