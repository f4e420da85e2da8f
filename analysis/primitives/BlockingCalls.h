//===- BlockingCalls.h - which library calls wait, and which post ---------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What shares its thread with others, a coroutine or the callback of an event
// loop, must not keep it waiting. These tables say which library functions
// wait for what, and which hand a callable to an event loop; what they do to
// locks and memory is in Primitives.h.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_PRIMITIVES_BLOCKINGCALLS_H
#define HEDDLE_ANALYSIS_PRIMITIVES_BLOCKINGCALLS_H

#include "analysis/primitives/Blocking.h"
#include "analysis/primitives/Primitives.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/SmallPtrSet.h"
#include <deque>

namespace heddle {

/// What a library function waits for, or whom it lets others call.
struct BlockingCall {
  static constexpr int8_t NoArg = Primitive::NoArg;
  static constexpr int8_t ThisArg = Primitive::ThisArg;
  /// In Later: the last argument, wherever it stands.
  static constexpr uint16_t LastArg = 0x8000;

  llvm::StringRef Name; ///< as in Primitives.h
  Blocking Blocks = Blocking::No;
  /// The argument that limits the time: with zero the call does not wait.
  int8_t Time = NoArg;
  /// The argument with the flags: with a flag of Not the call does not wait,
  /// and if Only is given, it waits with just that value.
  int8_t Flags = NoArg;
  int Not = 0;
  int Only = 0;
  /// What the call waits for: a descriptor, a stream, a future or a socket.
  int8_t Descriptor = NoArg;
  int8_t Stream = NoArg;
  int8_t Asked = NoArg;
  /// Bit i is set when an event loop will call argument i.
  uint16_t Later = 0;
  /// What does the same and does not block.
  llvm::StringRef Instead = {};
};

/// Finds what the tables say of a function, and remembers.
class BlockingCalls {
public:
  /// \p Named are the user's functions that block: `name` or `name=instead`.
  BlockingCalls(const clang::IdentifierTable &Names,
                llvm::ArrayRef<std::string> Named);
  /// Null when no table names the function, or when it is the project's own.
  /// \p Object is the static type of the object a method is called on, if any.
  const BlockingCall *lookup(const clang::FunctionDecl *F,
                             clang::QualType Object = {}) const;
  /// Cheap: the function's name is one that hands callables to event loops.
  bool mayPost(const clang::FunctionDecl *F) const;
  /// An event loop calls the functions that are stored in this field.
  bool isCallback(const clang::FieldDecl *Field) const;

private:
  const BlockingCall *find(const clang::FunctionDecl *F,
                           clang::QualType Object) const;

  llvm::StringMap<BlockingCall> Calls;
  std::deque<std::string> Texts;
  llvm::SmallPtrSet<const clang::IdentifierInfo *, 16> Posting;
  bool HasAsio = false;
  mutable llvm::DenseMap<std::pair<const void *, const void *>,
                         const BlockingCall *>
      Known;
};

/// Clang cannot evaluate it, or it is no integer: empty.
std::optional<int64_t> constantOf(const clang::Expr *E,
                                  const clang::ASTContext &Context);
/// A length of time that is zero: a number, or a std::chrono::duration.
bool isZeroTime(const clang::Expr *E, const clang::ASTContext &Context);

/// The namespace is a library's that waits and schedules for its users: what
/// happens in there is not the project's code, wherever its headers lie.
bool isLibraryCode(const clang::FunctionDecl *F);

// Each in the file of its name; a function may stand in several.
llvm::ArrayRef<BlockingCall> blockingCalls();
llvm::ArrayRef<BlockingCall> eventLoopCalls();

} // namespace heddle

#endif
