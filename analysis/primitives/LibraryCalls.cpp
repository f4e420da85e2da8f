//===- LibraryCalls.cpp - looking library calls up by name ----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "analysis/primitives/LibraryCalls.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace heddle {

LibraryCalls::LibraryCalls() {
  for (const LibraryCall &Row : signalUnsafeCalls())
    Calls[Row.Name] = Row;
}

/// A member that neither allocates nor waits: it looks, or makes an object
/// out of nothing, or out of one that is given up.
static bool isHarmless(const CXXMethodDecl *Method) {
  if (const auto *Ctor = dyn_cast<CXXConstructorDecl>(Method))
    return Ctor->getMinRequiredArguments() == 0 || Ctor->isMoveConstructor();
  if (Method->isConst() || Method->isMoveAssignmentOperator() ||
      isa<CXXDestructorDecl>(Method))
    return true;
  if (!Method->getIdentifier())
    return Method->getOverloadedOperator() == OO_Subscript &&
           !Method->getParent()->getName().contains("map");
  return llvm::is_contained({"begin", "end", "rbegin", "rend", "front", "back",
                             "at", "data", "swap", "get", "find",
                             "native_handle", "joinable", "unlock",
                             "unlock_shared", "release", "rdbuf", "tie"},
                            Method->getName());
}

/// Operators of streams and strings, not those of others.
static bool isOtherOperator(const FunctionDecl *F) {
  if (F->getOverloadedOperator() == OO_None || isa<CXXMethodDecl>(F))
    return false;
  const CXXRecordDecl *Result =
      F->getReturnType().getNonReferenceType()->getAsCXXRecordDecl();
  llvm::StringRef Name =
      Result && Result->getIdentifier() ? Result->getName() : llvm::StringRef();
  return !(Name.contains("stream") || Name == "basic_string");
}

const LibraryCall *LibraryCalls::find(const FunctionDecl *F) const {
  auto Row = Calls.find(primitiveName(F));
  const auto *Method = dyn_cast<CXXMethodDecl>(F);
  // A row of a whole class.
  if (Row == Calls.end() && Method && !isHarmless(Method))
    Row = Calls.find(primitiveName(Method->getParent()) + "::");
  return Row == Calls.end() || isOtherOperator(F) ? nullptr : &Row->second;
}

const LibraryCall *LibraryCalls::lookup(const FunctionDecl *F) const {
  auto [It, New] = Known.try_emplace(F->getCanonicalDecl(), nullptr);
  if (New && !isOwnCode(F))
    It->second = find(F);
  return It->second;
}

} // namespace heddle
