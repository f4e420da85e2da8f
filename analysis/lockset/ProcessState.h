//===- ProcessState.h - which process this is, and who interrupts it ------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// fork returns twice, so it makes two states of one: the child's and the
// parent's. They stay apart until the child ends. Where the parent is the one
// that ends, the child is the program from there on, and its state is merged
// with that of an execution that never forked.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_LOCKSET_PROCESSSTATE_H
#define HEDDLE_ANALYSIS_LOCKSET_PROCESSSTATE_H

#include "analysis/places/Place.h"
#include "llvm/ADT/SmallVector.h"

namespace heddle {

/// Names the start of a thread or a process: the statement that starts it,
/// and the calls that lead there from the function at hand.
struct SpawnSite {
  const clang::Stmt *Site;
  const SpawnSite *Inner; ///< the start as the callee at Site names it
  unsigned Id;
};

/// A fork since the entry, and what of it has been seen.
struct ForkRecord {
  enum Role : uint8_t {
    Parent = 1, ///< this may be the process that forked
    Failed = 2, ///< it may have failed to
    Child = 4,  ///< this may be the child
    Reaped = 8, ///< a child may have been waited for since
  };
  const SpawnSite *Fork;
  uint8_t Roles;

  friend bool operator==(const ForkRecord &A, const ForkRecord &B) {
    return A.Fork == B.Fork && A.Roles == B.Roles;
  }
};

/// A signal handler that may be installed.
struct HandlerRecord {
  const Value *Signal; ///< its number; null when unknown
  const Value *Handler;

  friend bool operator==(const HandlerRecord &A, const HandlerRecord &B) {
    return A.Signal == B.Signal && A.Handler == B.Handler;
  }
};

/// Whether signals are blocked, as far as this was decided since the entry.
enum class SignalMask : uint8_t { AsBefore, Blocked, Open, Unknown };

struct ProcessState {
  /// This process is the child of that fork.
  const SpawnSite *Child = nullptr;
  /// It is the child of a vfork in the function at hand.
  bool Borrows = false;
  /// The caller's threads do not exist in this process.
  bool Alone = false;
  /// An exec was tried, and what the caller knows of being a child is over.
  bool Replaced = false;
  /// A child may have been waited for.
  bool Reaped = false;
  SignalMask Mask = SignalMask::AsBefore;
  llvm::SmallVector<ForkRecord, 0> Forks;
  llvm::SmallVector<HandlerRecord, 0> Handlers;

  void note(const SpawnSite *Fork, uint8_t Roles);
  bool has(const SpawnSite *Fork, uint8_t Roles) const;
  void reap();
  void setHandler(const HandlerRecord &New);
  /// The states of this process and the other may be one from here on: they
  /// are the same process, or one is the child that the program goes on as.
  bool mayMerge(const ProcessState &Other) const;
  /// Takes Other in; true when something changed.
  bool join(const ProcessState &Other);

  friend bool operator==(const ProcessState &A, const ProcessState &B) {
    return A.Child == B.Child && A.Borrows == B.Borrows && A.Alone == B.Alone &&
           A.Replaced == B.Replaced && A.Reaped == B.Reaped &&
           A.Mask == B.Mask && A.Forks == B.Forks && A.Handlers == B.Handlers;
  }
};

} // namespace heddle

#endif
