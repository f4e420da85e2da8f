//===- Primitives.h - what library functions and types mean ---------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Concurrency primitives are data: one table of rows per library. A row gives
// a function its operation and says which argument plays which role. Names
// are qualified, without inline namespaces; a method is `Class::method`,
// where the class is the static type of the object expression.
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_PRIMITIVES_PRIMITIVES_H
#define HEDDLE_ANALYSIS_PRIMITIVES_PRIMITIVES_H

#include "clang/AST/Decl.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"

namespace heddle {

/// What a function does to the object in its first role.
enum class Op : uint8_t {
  None,
  Lock,         ///< waits for the lock
  TryLock,      ///< takes the lock or reports failure
  Unlock,       ///< gives the lock back
  LockAll,      ///< takes every argument, deadlock-free (std::lock)
  TryLockAll,   ///< takes every argument or none
  SetLockType,  ///< sets the kind of lock in an attribute object to Second
  Send,         ///< Signal, and Touch: writing to a pipe or socket
  Receive,      ///< Await, and Touch: reading from a pipe or socket
  InitLock,     ///< makes the lock; Second is its attribute
  GuardLock,    ///< the guard takes its lock
  GuardTryLock, ///< the guard tries to take its lock
  GuardUnlock,  ///< the guard gives its lock back
  GuardForget,  ///< the guard lets go of its lock without unlocking
  GuardOwns,    ///< tells whether the guard holds its lock
  GuardMutex,   ///< the lock the guard refers to
  Wait,         ///< condition wait; Second is the lock (or its guard)
  Notify,       ///< wakes waiters of a condition
  Signal,       ///< hands over to whoever awaits the object (post, set_value)
  Await,        ///< returns only after a hand-over (sem_wait, latch wait)
  TryAwait,     ///< returns after a hand-over or without one
  Meet,         ///< signal and await in one (barrier wait)
  Spawn,        ///< Object = handle, Second = entry, the rest = arguments
  Async,        ///< the result is the handle; Second = entry
  Join,         ///< waits for the end of the thread the handle names
  Joinable,     ///< asks whether there is a thread to join
  Clear,        ///< destroys the elements of the container
  Detach,       ///< gives the handle up
  Once,         ///< runs Second once for the flag
  Swap,         ///< exchanges two objects
  Forward,      ///< returns its argument (std::move)
  AddressOf,    ///< returns the address of its argument
  Bind,         ///< makes a callable of Object and the arguments after it
  Invoke,       ///< calls Object with the arguments after it
  CallNow,      ///< calls each callable among its arguments before returning
  Pointee,      ///< what a smart pointer, iterator or handle leads to
  PointerTo,    ///< the pointer a smart pointer holds
  Element,      ///< an element of the container
  Insert,       ///< puts its argument into the container
  Allocate,     ///< returns fresh memory
  Free,         ///< gives memory back
  Touch,        ///< reads and writes through its arguments, see Reads/Writes
  ExitThread,   ///< ends the calling thread
  // Processes and signals (Process.cpp).
  Fork,         ///< returns twice: 0 in the child
  VFork,        ///< the same, but the child runs in its parent's memory
  Daemon,       ///< forks, and only the child returns
  Exec,         ///< replaces the process; returns only when it fails
  Exit,         ///< ends the process and destroys its static objects
  EndProcess,   ///< ends the process at once
  Reap,         ///< waits for a child
  Handle,       ///< Second becomes the handler of the signal Object
  HandleBy,     ///< the same; the handler lies in a field of what Second is
  MaskSignals,  ///< blocks or opens signals as Object says
  BlockSignals, ///< blocks signals
  OpenSignals,  ///< lets signals in
  AtFork,       ///< Second is called before each fork
  AtExit,       ///< Second is called when main has returned
  RunLoop,      ///< runs an event loop until somebody stops it
  MapMemory,    ///< returns memory, shared with children or not
  Jump,         ///< goes on elsewhere, and does not come back
};

/// The operation orders or starts executions. The others only move values.
constexpr bool isSynchronisation(Op What) {
  switch (What) {
  case Op::None:
  case Op::SetLockType:
  case Op::Send:
  case Op::Receive:
  case Op::InitLock:
  case Op::Clear:
  case Op::Swap:
  case Op::Forward:
  case Op::AddressOf:
  case Op::Bind:
  case Op::Invoke:
  case Op::CallNow:
  case Op::Pointee:
  case Op::PointerTo:
  case Op::Element:
  case Op::Insert:
  case Op::Allocate:
  case Op::Free:
  case Op::Touch:
  case Op::Exec:
  case Op::Exit:
  case Op::EndProcess:
  case Op::Reap:
  case Op::MaskSignals:
  case Op::BlockSignals:
  case Op::OpenSignals:
  case Op::MapMemory:
  case Op::Jump:
    return false;
  default:
    return true;
  }
}

/// How a try operation tells that it succeeded.
enum class Success : uint8_t { Always, Zero, NonZero };

struct Primitive {
  /// Position of `this` in a role.
  static constexpr int8_t ThisArg = -1;
  static constexpr int8_t NoArg = -2;

  llvm::StringRef Name;
  Op What = Op::None;
  int8_t Object = 0;
  int8_t Second = NoArg;
  Success When = Success::Always;
  bool Shared = false;
  /// What a failing try operation most often returns; 0 when that is just
  /// the opposite of success.
  int8_t Failure = 0;
  /// Touch: bit i set when the call reads (writes) what argument i points to.
  uint16_t Reads = 0;
  uint16_t Writes = 0;
};

/// What kind of object a library type makes.
enum class TypeKind : uint8_t {
  Plain,
  Lock,
  RecursiveLock,
  ScopedGuard,  ///< holds its locks from construction to destruction
  MovableGuard, ///< may be deferred, unlocked, moved
  SharedGuard,  ///< movable, and locks in shared mode
  Thread,
  JoiningThread, ///< its destructor joins
  Task,          ///< result of an asynchronous call; its destructor may join
  Handover,      ///< condition, semaphore, latch, barrier, promise, once flag
  Atomic,
  SmartPointer,
  Container,    ///< whose operator[] only reads the container itself
  GrowingMap,   ///< whose operator[] may insert
  Callable,     ///< std::function and its like
  Synchronised, ///< safe to use from several threads (standard streams)
};

struct TypeRow {
  llvm::StringRef Name;
  TypeKind Kind;
};

/// One library's rows.
struct PrimitiveTable {
  llvm::ArrayRef<Primitive> Functions;
  llvm::ArrayRef<TypeRow> Types;
};

/// Finds the row of a declaration, and remembers.
class Primitives {
public:
  Primitives();
  /// The row of a function or method; null when no table names it. \p Object
  /// is the static type of the object a method is called on, if any.
  const Primitive *lookup(const clang::FunctionDecl *F,
                          clang::QualType Object = {}) const;
  TypeKind kindOf(clang::QualType Type) const;
  TypeKind kindOf(const clang::RecordDecl *Record) const;

private:
  llvm::StringMap<const Primitive *> Functions;
  llvm::StringMap<TypeKind> Types;
  mutable llvm::DenseMap<std::pair<const void *, const void *>,
                         const Primitive *>
      Known;
  mutable llvm::DenseMap<const void *, TypeKind> KnownTypes;
};

/// The name without what it is in: `wait`, and `future` for a constructor.
std::string simpleName(const clang::NamedDecl *D);
/// The qualified name of a declaration without inline namespaces and without
/// template arguments.
std::string primitiveName(const clang::NamedDecl *D);

/// A project's own function of a library function's name is what its body
/// says, not what the tables say.
bool isOwnCode(const clang::FunctionDecl *F);

// One function per library, each in the file of its name.
PrimitiveTable stdPrimitives();
PrimitiveTable pthreadPrimitives();
PrimitiveTable c11Primitives();
PrimitiveTable libcPrimitives();
PrimitiveTable boostPrimitives();
PrimitiveTable asioPrimitives();
PrimitiveTable processPrimitives();

} // namespace heddle

#endif
