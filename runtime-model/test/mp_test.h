//===- mp_test.h - what the tests of processes share ---------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_TEST_MP_TEST_H
#define HEDDLE_RT_TEST_MP_TEST_H

#include "heddle/rt/mp/process.h"
#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <gtest/gtest.h>
#include <iterator>
#include <set>
#include <string>
#include <thread>

namespace mp = heddle::rt::mp;
using namespace std::chrono_literals;

inline std::size_t entries_of(const char *folder) {
  auto all = std::filesystem::directory_iterator(folder);
  return static_cast<std::size_t>(std::distance(begin(all), end(all)));
}

/// Descriptors and children are as many at the end of each test as at its
/// beginning, and no named shared memory is left.
class NothingLeft : public ::testing::Test {
protected:
  void SetUp() override {
    descriptors = entries_of("/proc/self/fd");
    names = shared_names();
  }
  void TearDown() override {
    EXPECT_EQ(descriptors, entries_of("/proc/self/fd")) << "descriptors";
    EXPECT_TRUE(nothing_new_stays()) << "named shared memory";
    EXPECT_TRUE(mp::active_children().empty());
  }

private:
  static std::set<std::string> shared_names() {
    std::set<std::string> all;
    for (const auto &entry : std::filesystem::directory_iterator("/dev/shm"))
      if (entry.path().filename().string().starts_with("heddle-"))
        all.insert(entry.path().filename().string());
    return all;
  }

  /// Other programs that run meanwhile have names of their own, for a while.
  bool nothing_new_stays() const {
    std::set<std::string> left;
    for (int tries = 0; tries < 100; ++tries) {
      std::set<std::string> now = shared_names(), fresh;
      std::set_difference(now.begin(), now.end(), names.begin(), names.end(), std::inserter(fresh, fresh.end()));
      if (tries > 0)
        std::erase_if(fresh, [&](const std::string &name) { return !left.contains(name); });
      left = fresh;
      if (left.empty())
        return true;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return false;
  }

  std::size_t descriptors = 0;
  std::set<std::string> names;
};

/// What the call throws, or "nothing".
template <class Error, class F> std::string message_of(F &&f) {
  try {
    f();
  } catch (const Error &error) {
    return error.what();
  }
  return "nothing";
}

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
/// libstdc++ counts the references to an exception where ThreadSanitizer does not
/// look, so the thread that lets go last seems to race with those that read it.
extern "C" const char *__tsan_default_suppressions() {
  return "race:std::__exception_ptr::exception_ptr::_M_release\n";
}
#endif
#endif

/// Spawned children begin here, so each test program has this main.
int main(int count, char **arguments) {
  mp::main_guard guard;
  ::testing::InitGoogleTest(&count, arguments);
  return RUN_ALL_TESTS();
}

#endif // HEDDLE_RT_TEST_MP_TEST_H
