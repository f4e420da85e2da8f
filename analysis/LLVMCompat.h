//===- LLVMCompat.h - what differs between the LLVMs we build for -*- C++ -*-=//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// heddle is written for LLVM 22 and also builds for LLVM 19. Whatever changed
// between them and is used by us is wrapped in this file, so that no other file
// asks for the version.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_LLVMCOMPAT_H
#define HEDDLE_ANALYSIS_LLVMCOMPAT_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "llvm/Config/llvm-config.h"
#if LLVM_VERSION_MAJOR >= 22
#include "clang/Options/Options.h"
#else
#include "clang/Driver/Options.h"
#endif

namespace heddle::compat {

#if LLVM_VERSION_MAJOR >= 22
namespace options = clang::options;
inline const llvm::opt::OptTable &driverOptions() {
  return clang::getDriverOptTable();
}
#else
namespace options = clang::driver::options;
inline const llvm::opt::OptTable &driverOptions() {
  return clang::driver::getDriverOptTable();
}
#endif

inline bool isZeroLengthBitField(const clang::FieldDecl *Field) {
#if LLVM_VERSION_MAJOR >= 20
  return Field->isZeroLengthBitField();
#else
  return Field->isZeroLengthBitField(Field->getASTContext());
#endif
}

} // namespace heddle::compat

#endif
