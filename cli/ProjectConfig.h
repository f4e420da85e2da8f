//===- ProjectConfig.h - the project's .clang-tidy files --------*- C++ -*-===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_CLI_PROJECTCONFIG_H
#define HEDDLE_CLI_PROJECTCONFIG_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/Error.h"
#include <string>

namespace heddle::cli {

/// Fails if a .clang-tidy that holds for one of \p Files cannot be read.
/// clang-tidy itself would go on with its defaults, and a run in CI would pass
/// for want of checks.
llvm::Error checkConfigs(llvm::ArrayRef<std::string> Files);

} // namespace heddle::cli

#endif
