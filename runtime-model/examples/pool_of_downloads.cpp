//===- pool_of_downloads.cpp - downloads in a pool of threads ------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/thread_pool_executor.h"
#include <array>
#include <cstdio>
#include <string>

namespace rt = heddle::rt;
using namespace std::chrono_literals;

static double seconds_since(rt::clock::time_point start) {
  return std::chrono::duration<double>(rt::clock::now() - start).count();
}

/// A sleep, as long as the name.
static void download(const std::string &name) {
  auto start = rt::clock::now();
  std::printf("begin to download %s.\n", name.c_str());
  rt::this_thread::sleep_for(name.size() * 3ms);
  std::printf("%s is there after %.2f s.\n", name.c_str(), seconds_since(start));
}

int main() {
  auto start = rt::clock::now();
  {
    rt::thread_pool_executor pool(4);
    for (const char *name : std::array{"python.pdf", "mysql.avi", "linux.mp4"})
      pool.submit(download, name);
  } // waits for all
  std::printf("all in all: %.2f s.\n", seconds_since(start));
}

// CHECK-DAG: begin to download python.pdf.
// CHECK-DAG: begin to download mysql.avi.
// CHECK-DAG: begin to download linux.mp4.
// CHECK-DAG: python.pdf is there after {{[0-9.]+}} s.
// CHECK-DAG: mysql.avi is there after {{[0-9.]+}} s.
// CHECK-DAG: linux.mp4 is there after {{[0-9.]+}} s.
// CHECK: all in all: {{[0-9.]+}} s.
