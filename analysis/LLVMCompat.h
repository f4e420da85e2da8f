//===- LLVMCompat.h - what differs between the LLVMs we build for -*- C++ -*-=//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// heddle is written for LLVM 22 and also builds for LLVM 19. Whatever changed
// between them and is used here is wrapped in this file, so that no other file
// asks for the version.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_LLVMCOMPAT_H
#define HEDDLE_ANALYSIS_LLVMCOMPAT_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "llvm/Config/llvm-config.h"

namespace heddle::compat {

inline bool isZeroLengthBitField(const clang::FieldDecl *Field) {
#if LLVM_VERSION_MAJOR >= 20
  return Field->isZeroLengthBitField();
#else
  return Field->isZeroLengthBitField(Field->getASTContext());
#endif
}

} // namespace heddle::compat

#endif
