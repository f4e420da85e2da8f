//===- exception_group.cpp - several exceptions thrown as one -------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "heddle/rt/exception_group.h"
#include "heddle/rt/excepthook.h"

namespace heddle::rt {

namespace {

std::string text_of(const std::string &message, const std::vector<std::exception_ptr> &exceptions) {
  if (exceptions.empty())
    throw value_error("an exception group needs at least one exception");
  std::string text =
      message + " (" + std::to_string(exceptions.size()) + (exceptions.size() == 1 ? " exception: " : " exceptions: ");
  for (std::size_t i = 0; i < exceptions.size(); ++i)
    text += (i ? "; " : "") + describe(exceptions[i]);
  return text + ")";
}

} // namespace

exception_group::exception_group(const std::string &message, std::vector<std::exception_ptr> exceptions)
    : error(text_of(message, exceptions)), thrown(std::move(exceptions)) {}

} // namespace heddle::rt
