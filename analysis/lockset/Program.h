//===- Program.h - what one function may ask about the others -------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_LOCKSET_PROGRAM_H
#define HEDDLE_ANALYSIS_LOCKSET_PROGRAM_H

#include "analysis/primitives/BlockingCalls.h"
#include "analysis/summary/Summary.h"

namespace heddle {

/// The dataflow sees other functions through this door only.
class Program {
public:
  virtual ~Program() = default;
  /// A call of a pointer to more functions than this is unknown.
  static constexpr size_t MaxTargets = 8;
  /// The summary of a function with a body, null while it is being computed
  /// (recursion) or when there is none.
  virtual const Summary *summaryOf(const clang::FunctionDecl *F) = 0;
  /// The functions that a virtual call of the method may reach.
  virtual llvm::ArrayRef<const clang::FunctionDecl *>
  overriders(const clang::CXXMethodDecl *Method) = 0;
  /// The functions ever stored in this variable or field.
  virtual llvm::ArrayRef<const clang::FunctionDecl *>
  functionsIn(const clang::ValueDecl *Holder) = 0;
  /// What the tables say of a call that waits or posts; null also when the
  /// file has no code that shares its thread.
  virtual const BlockingCall *blocking(const clang::FunctionDecl *Callee,
                                       clang::QualType Object) = 0;
  /// The function runs where not every library call will do: always, or when
  /// it runs in the child of a fork.
  virtual bool minds(const clang::FunctionDecl *F, bool InChild) = 0;
  /// A table says something of this library function.
  virtual bool isTabled(const clang::FunctionDecl *Callee) = 0;
};

} // namespace heddle

#endif
