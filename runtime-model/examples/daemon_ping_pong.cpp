//===- daemon_ping_pong.cpp - two endless daemons and a main that ends ---===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The daemons do not keep the program alive. At the end of main they are asked
// to stop, and end between two words, never inside one.
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/thread.h"
#include <cstdio>
#include <string>

namespace rt = heddle::rt;
using namespace std::chrono_literals;

static void display(std::stop_token stop, const std::string &content) {
  do {
    std::printf("%s", content.c_str());
    std::fflush(stdout);
  } while (rt::this_thread::sleep_for(10ms, stop));
}

int main() {
  rt::thread({.daemon = true}, display, "Ping");
  rt::thread({.daemon = true}, display, "Pong");
  std::this_thread::sleep_for(100ms);
}

// Some of each, whole ones, and an end:
// CHECK: {{^((Ping)|(Pong))+$}}
