//===- Settings.h - what the user adds to the tables ----------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_PRIMITIVES_SETTINGS_H
#define HEDDLE_ANALYSIS_PRIMITIVES_SETTINGS_H

#include <string>
#include <vector>

namespace heddle {

struct Settings {
  /// Functions that block: `name`, or `name=what does the same and does not`.
  std::vector<std::string> BlockingFunctions;
};

} // namespace heddle

#endif
