//===- aio_test.h - what the tests of aio share ---------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_TEST_AIO_TEST_H
#define HEDDLE_RT_TEST_AIO_TEST_H

#include "heddle/rt/aio.h"
#include "heddle/rt/excepthook.h"
#include <filesystem>
#include <gtest/gtest.h>
#include <iterator>
#include <string>
#include <vector>

using namespace std::chrono_literals;
namespace rt = heddle::rt;
namespace aio = heddle::rt::aio;

/// Runs a coroutine and lets its failed expectations and exceptions show.
inline void run(aio::task<> body) {
  aio::run(std::move(body));
}

inline std::size_t open_descriptors() {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {}));
}

/// Collects what goes to the warnhook and the excepthook.
class reports {
public:
  reports()
      : warnings(aio::set_warnhook([this](const std::string &text) { texts.push_back(text); })),
        exceptions(rt::set_excepthook([this](const rt::unhandled_exception &what) {
          texts.push_back(what.where + ": " + rt::describe(what.error));
        })) {}
  ~reports() {
    aio::set_warnhook(warnings);
    rt::set_excepthook(exceptions);
  }
  bool contain(const std::string &part) const {
    for (const std::string &text : texts)
      if (text.find(part) != std::string::npos)
        return true;
    return false;
  }

  std::vector<std::string> texts;

private:
  aio::warnhook warnings;
  rt::excepthook exceptions;
};

#endif // HEDDLE_RT_TEST_AIO_TEST_H
