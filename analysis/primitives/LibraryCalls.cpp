//===- LibraryCalls.cpp - looking library calls up by name ----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/primitives/LibraryCalls.h"

using namespace clang;

namespace heddle {

LibraryCalls::LibraryCalls() {
  for (const LibraryCall &Row : signalUnsafeCalls())
    Calls[Row.Name] = Row;
}

const LibraryCall *LibraryCalls::lookup(const FunctionDecl *F) const {
  auto [It, New] = Known.try_emplace(F->getCanonicalDecl(), nullptr);
  if (!New || isOwnCode(F))
    return It->second;
  auto Row = Calls.find(primitiveName(F));
  if (Row != Calls.end())
    It->second = &Row->second;
  return It->second;
}

} // namespace heddle
