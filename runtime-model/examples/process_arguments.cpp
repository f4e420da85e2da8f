//===- process_arguments.cpp - arguments of a process, copied and sent ---===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// With fork the arguments are copied with everything else; with spawn the child
// is a new run of the program, and they are sent to it. Both see the same.
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/mp/process.h"
#include <cstdio>

namespace mp = heddle::rt::mp;

static void run(int a, const std::string &b, const std::map<std::string, int> &c) {
  std::printf("start of %s\n", mp::current_process().name.c_str());
  std::printf("the arguments are %d, '%s', {'c': %d}\n", a, b.c_str(), c.at("c"));
  std::printf("end of %s\n", mp::current_process().name.c_str());
}

int main() {
  mp::main_guard guard; // a spawned child begins, and ends, here
  std::map<std::string, int> c{{"c", 3}};
  mp::process({.name = "forked", .method = mp::start_method::fork}, mp::entry<run>, 1, "2", c).join();
  mp::process({.name = "spawned", .method = mp::start_method::spawn}, mp::entry<run>, 1, "2", c).join();
}

// CHECK: start of forked
// CHECK-NEXT: the arguments are 1, '2', {'c': 3}
// CHECK-NEXT: end of forked
// CHECK-NEXT: start of spawned
// CHECK-NEXT: the arguments are 1, '2', {'c': 3}
// CHECK-NEXT: end of spawned
