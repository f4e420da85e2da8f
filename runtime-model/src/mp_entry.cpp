//===- mp_entry.cpp - functions that another process can find ------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/mp/entry.h"
#include "heddle/rt/mp/remote_error.h"
#include <cxxabi.h>
#include <deque>
#include <memory>
#include <mutex>

namespace heddle::rt::mp::detail {

namespace {

struct entry_list {
  struct entry {
    thunk call;
    std::uint64_t fingerprint;
  };
  std::mutex m;
  std::deque<entry> entries;
};

/// Made by the first entry, which may be in any file.
entry_list &list() {
  static auto *one = new entry_list;
  return *one;
}

std::string demangled(const char *name) {
  int status = 0;
  std::unique_ptr<char, void (*)(void *)> text(abi::__cxa_demangle(name, nullptr, nullptr, &status), std::free);
  return status == 0 ? text.get() : name;
}

} // namespace

std::uint32_t entry_registry::add(thunk call, std::uint64_t fingerprint) {
  std::lock_guard held(list().m);
  list().entries.push_back({call, fingerprint});
  return static_cast<std::uint32_t>(list().entries.size() - 1);
}

thunk entry_registry::find(const entry_id &id) {
  std::lock_guard held(list().m);
  if (id.number >= list().entries.size() || list().entries[id.number].fingerprint != id.fingerprint)
    throw process_error("the entry is not registered in this process: it is not the same program, or the entry came "
                        "with a library that was loaded later");
  return list().entries[id.number].call;
}

std::pair<std::string, std::string> describe_current_exception() {
  const std::type_info *type = abi::__cxa_current_exception_type();
  std::string name = type ? demangled(type->name()) : "unknown";
  try {
    throw;
  } catch (const std::exception &known) {
    return {name, known.what()};
  } catch (...) {
    return {name, "not a std::exception"};
  }
}

} // namespace heddle::rt::mp::detail
