//===- parent_runs_ahead.cpp - a parent that does not wait, and one that joins ===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/mp/process.h"
#include <cstdio>
#include <thread>

namespace mp = heddle::rt::mp;
using namespace std::chrono_literals;

static void say(const char *text) {
  std::puts(text);
  std::fflush(stdout);
}

static void coding() {
  std::this_thread::sleep_for(50ms);
  say("  child: code is written");
}

int main() {
  say("without join:");
  {
    mp::process child(coding);
    say("  parent: goes on");
    say("  parent: has finished");
  } // a handle never leaves its child behind
  say("with join:");
  mp::process child(coding);
  child.join();
  say("  parent: goes on");
}

// CHECK: without join:
// CHECK-NEXT: parent: goes on
// CHECK-NEXT: parent: has finished
// CHECK-NEXT: child: code is written
// CHECK-NEXT: with join:
// CHECK-NEXT: child: code is written
// CHECK-NEXT: parent: goes on
