//===- lock-order-inversion.h ---------------------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_CHECKS_LOCK_ORDER_INVERSION_H
#define HEDDLE_CHECKS_LOCK_ORDER_INVERSION_H

#include "checks/common/TranslationUnitCheck.h"

namespace heddle {

/// Finds locks that threads take in conflicting orders.
///
/// See docs/checks/lock-order-inversion.md.
class LockOrderInversionCheck : public TranslationUnitCheck {
public:
  using TranslationUnitCheck::TranslationUnitCheck;

private:
  void report(const Facts &Known, clang::ASTContext &Context) override;
  void reportCycle(const DeadlockFact &Cycle, clang::ASTContext &Context);
  void reportSelf(const DeadlockFact &Deadlock);
};

} // namespace heddle

#endif
