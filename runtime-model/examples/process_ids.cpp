//===- process_ids.cpp - parent and child have different process ids -----===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/mp/process.h"
#include <cstdio>
#include <unistd.h>

namespace mp = heddle::rt::mp;

static void coding() {
  std::printf("child: begin to write code, PID %d, parent %d\n", getpid(), mp::parent_process()->pid);
  std::printf("child: take a break, PID %d\n", getpid());
}

int main() {
  std::printf("main process, PID %d\n", getpid());
  mp::process child(coding);
} // waits for the child

// CHECK: main process, PID [[#PARENT:]]
// CHECK: child: begin to write code, PID [[#CHILD:]], parent [[#PARENT]]
// CHECK: child: take a break, PID [[#CHILD]]
