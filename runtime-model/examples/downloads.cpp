//===- downloads.cpp - three downloads side by side ----------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The downloads are sleeps: 50, 30 and 60 ms. The whole takes about as long as
// the longest of them.
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/thread.h"
#include "heddle/rt/time.h"
#include <cstdio>
#include <string>
#include <vector>

namespace rt = heddle::rt;
using namespace std::chrono_literals;

static double seconds_since(rt::clock::time_point start) {
  return std::chrono::duration<double>(rt::clock::now() - start).count();
}

static void download(const std::string &name, std::chrono::milliseconds time) {
  auto start = rt::clock::now();
  std::printf("begin to download %s.\n", name.c_str());
  rt::this_thread::sleep_for(time);
  std::printf("%s is there after %.3f s.\n", name.c_str(), seconds_since(start));
}

int main() {
  auto start = rt::clock::now();
  std::vector<rt::thread> threads;
  threads.emplace_back(download, "python.pdf", 50ms);
  threads.emplace_back(download, "mysql.avi", 30ms);
  threads.emplace_back(download, "linux.mp4", 60ms);
  for (rt::thread &thread : threads)
    thread.join();
  std::printf("all in all: %.3f s.\n", seconds_since(start));
}

// CHECK-DAG: begin to download python.pdf.
// CHECK-DAG: begin to download mysql.avi.
// CHECK-DAG: begin to download linux.mp4.
// CHECK-DAG: python.pdf is there after {{[0-9.]+}} s.
// CHECK-DAG: mysql.avi is there after {{[0-9.]+}} s.
// CHECK-DAG: linux.mp4 is there after {{[0-9.]+}} s.
// CHECK: all in all: {{[0-9.]+}} s.
