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
  for (llvm::ArrayRef<LibraryCall> Table :
       {blockingCalls(), signalUnsafeCalls()})
    for (const LibraryCall &Row : Table) {
      LibraryCall &Call = Calls[Row.Name];
      Call.Name = Row.Name;
      if (Row.Blocks != Blocking::No)
        Call.Blocks = Row.Blocks;
      Call.SignalUnsafe |= Row.SignalUnsafe;
    }
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
