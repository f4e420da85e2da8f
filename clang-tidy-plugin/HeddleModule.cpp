//===- HeddleModule.cpp - registers the checks ----------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Registers every check of checks/ with the clang-tidy that this file is linked
// or loaded into.
//
//===----------------------------------------------------------------------===//

#include "CheckRegistration.h"
#include "clang-tidy/ClangTidyModule.h"
#include "llvm/Support/Registry.h"

namespace {

class HeddleModule : public clang::tidy::ClangTidyModule {
public:
  void
  addCheckFactories(clang::tidy::ClangTidyCheckFactories &Factories) override {
    heddle::registerChecks(Factories);
  }
};

} // namespace

// Spelt out, because LLVM moved the short name to another header after 19.
static llvm::Registry<clang::tidy::ClangTidyModule>::Add<HeddleModule>
    Registration("heddle-module", "Adds heddle's concurrency checks.");
