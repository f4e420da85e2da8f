//===- two_files.cpp - two files, printed by two threads -----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/thread.h"
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

using heddle::rt::thread;

static void print_file(const std::string &name) {
  std::ifstream file(name);
  for (std::string line; std::getline(file, line);)
    std::printf("%s\n", line.c_str());
}

int main() {
  auto folder = std::filesystem::temp_directory_path() / ("heddle-two-files-" + std::to_string(getpid()));
  std::filesystem::create_directory(folder);
  auto first = folder / "file1.txt", second = folder / "file2.txt";
  std::ofstream(first) << "file1, line 1\nfile1, line 2\n";
  std::ofstream(second) << "file2, line 1\nfile2, line 2\n";

  thread t1(print_file, first.string());
  thread t2(print_file, second.string());
  t1.join();
  t2.join();
  std::filesystem::remove_all(folder);
}

// The lines of one file keep their order, the files mix.
// CHECK-DAG: file1, line 1
// CHECK-DAG: file1, line 2
// CHECK-DAG: file2, line 1
// CHECK-DAG: file2, line 2
