//===- FactsPrinter.h - what the engine believes, for people and tests ----===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_FACTSPRINTER_H
#define HEDDLE_ANALYSIS_FACTSPRINTER_H

namespace clang {
class ASTContext;
}
namespace llvm {
class raw_ostream;
}

namespace heddle {

/// Prints, for each line of the main file that holds a comment `point: NAME`,
/// the states in which its first event can happen, one line each:
///
///     NAME: held {m, r(shared), q(maybe)} dropped {} running {worker*}
///
/// Held locks are those of the function at hand; `dropped` are the caller's
/// that were given back; a star means that several threads may be running.
/// A point that nothing reaches says so. Then come the threads of the file.
void printFacts(clang::ASTContext &Context, llvm::raw_ostream &Out);

} // namespace heddle

#endif
