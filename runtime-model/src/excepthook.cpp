//===- excepthook.cpp - exceptions that nobody takes ---------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/excepthook.h"
#include <cstdio>
#include <memory>
#include <mutex>

namespace heddle::rt {

namespace {

/// Never destroyed: threads may still report while static objects are.
struct hook_slot {
  std::mutex m;
  std::shared_ptr<excepthook> hook;
};

hook_slot &slot() {
  static auto *one = new hook_slot;
  return *one;
}

void print(const unhandled_exception &unhandled) {
  std::string line = "heddle: exception in " + unhandled.where + ": " + describe(unhandled.error) + "\n";
  std::fputs(line.c_str(), stderr);
}

} // namespace

excepthook set_excepthook(excepthook hook) {
  auto next = hook ? std::make_shared<excepthook>(std::move(hook)) : nullptr;
  std::lock_guard guard(slot().m);
  std::swap(slot().hook, next);
  return next ? *next : excepthook(print);
}

void call_excepthook(const unhandled_exception &unhandled) noexcept {
  try {
    std::shared_ptr<excepthook> hook;
    {
      std::lock_guard guard(slot().m);
      hook = slot().hook;
    }
    hook ? (*hook)(unhandled) : print(unhandled);
  } catch (...) {
    std::fputs("heddle: the excepthook itself threw\n", stderr);
  }
}

std::string describe(const std::exception_ptr &error) {
  if (!error)
    return "no exception";
  try {
    std::rethrow_exception(error);
  } catch (const std::exception &known) {
    return known.what();
  } catch (...) {
    return "unknown exception";
  }
}

} // namespace heddle::rt
