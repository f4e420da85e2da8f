//===- HeddleTidy.cpp - clang-tidy with heddle's checks in it -------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "clang-tidy/tool/ClangTidyMain.h"

int main(int ArgumentCount, const char **Arguments) {
  return clang::tidy::clangTidyMain(ArgumentCount, Arguments);
}
