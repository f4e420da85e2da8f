//===- aio_debug.cpp - mistakes that are noticed while a program runs -----===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/aio/debug.h"
#include "heddle/rt/aio/task.h"
#include <cstdio>
#include <cstdlib>
#include <cxxabi.h>
#include <dlfcn.h>
#include <memory>
#include <mutex>

namespace heddle::rt::aio {

namespace {

/// Never destroyed: static objects may still warn while they go.
struct hook_slot {
  std::mutex m;
  std::shared_ptr<warnhook> hook;
};

hook_slot &slot() {
  static auto *one = new hook_slot;
  return *one;
}

void print(const std::string &text) {
  std::fputs(("heddle: warning: " + text + "\n").c_str(), stderr);
}

/// The function behind a coroutine: its name if the dynamic linker knows it,
/// else the place in its file, for addr2line.
std::string name_of(std::coroutine_handle<> coroutine) {
  // With GCC and Clang a frame begins with the address of its code.
  void *code = *static_cast<void **>(coroutine.address());
  Dl_info info{};
  if (!dladdr(code, &info) || !info.dli_fname)
    return "coroutine";
  if (info.dli_sname) {
    int status = 0;
    std::unique_ptr<char, void (*)(void *)> readable(abi::__cxa_demangle(info.dli_sname, nullptr, nullptr, &status),
                                                     std::free);
    return "coroutine '" + std::string(readable ? readable.get() : info.dli_sname) + "'";
  }
  char offset[32];
  std::snprintf(offset, sizeof offset, "+%#zx",
                static_cast<std::size_t>(static_cast<char *>(code) - static_cast<char *>(info.dli_fbase)));
  return "coroutine at " + std::string(info.dli_fname) + offset;
}

} // namespace

warnhook set_warnhook(warnhook hook) {
  auto next = hook ? std::make_shared<warnhook>(std::move(hook)) : nullptr;
  std::lock_guard guard(slot().m);
  std::swap(slot().hook, next);
  return next ? *next : warnhook(print);
}

void warn(const std::string &text) noexcept {
  try {
    std::shared_ptr<warnhook> hook;
    {
      std::lock_guard guard(slot().m);
      hook = slot().hook;
    }
    hook ? (*hook)(text) : print(text);
  } catch (...) {
    std::fputs("heddle: the warnhook itself threw\n", stderr);
  }
}

bool debug_by_default() noexcept {
  const char *value = std::getenv("HEDDLE_RT_DEBUG");
  return value && *value;
}

void detail::report_never_awaited(std::coroutine_handle<> coroutine) noexcept {
  try {
    warn(name_of(coroutine) + " was never awaited");
  } catch (...) {
    warn("a coroutine was never awaited");
  }
}

} // namespace heddle::rt::aio
