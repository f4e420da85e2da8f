//===- downloads_in_coroutines.cpp - three downloads side by side --------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/aio.h"
#include <cstdio>

namespace aio = heddle::rt::aio;
using namespace std::chrono_literals;

static aio::task<> download(std::string file, std::chrono::milliseconds needs) {
  std::printf("start: %s\n", file.c_str());
  co_await aio::sleep(needs);
  std::printf("end: %s\n", file.c_str());
}

static aio::task<> amain() {
  const auto start = aio::get_running_loop().time();
  co_await aio::with_task_group([](aio::task_group &group) -> aio::task<> {
    group.create_task(download("python.pdf", 60ms));
    group.create_task(download("java.pdf", 40ms));
    group.create_task(download("cpp.pdf", 20ms));
    co_return;
  });
  const auto took = aio::get_running_loop().time() - start;
  std::printf("all after the longest of them: %s\n", took >= 60ms ? "yes" : "no");
}

int main() {
  aio::run(amain());
}

// CHECK: start: python.pdf
// CHECK-NEXT: start: java.pdf
// CHECK-NEXT: start: cpp.pdf
// CHECK-NEXT: end: cpp.pdf
// CHECK-NEXT: end: java.pdf
// CHECK-NEXT: end: python.pdf
// CHECK-NEXT: all after the longest of them: yes
