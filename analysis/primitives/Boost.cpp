//===- Boost.cpp - Boost.Thread -------------------------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Boost.Thread's names for what the standard library took over from it.
//
//===----------------------------------------------------------------------===//

#include "analysis/primitives/Primitives.h"

namespace heddle {

static constexpr int8_t This = Primitive::ThisArg;
static constexpr Success Yes = Success::NonZero;

#define LOCKABLE(CLASS)                                                        \
  {.Name = CLASS "::lock", .What = Op::Lock, .Object = This},                  \
      {.Name = CLASS "::unlock", .What = Op::Unlock, .Object = This}, {        \
    .Name = CLASS "::try_lock", .What = Op::TryLock, .Object = This,           \
    .When = Yes                                                                \
  }
#define GUARD(CLASS)                                                           \
  {.Name = CLASS "::lock", .What = Op::GuardLock, .Object = This},             \
      {.Name = CLASS "::unlock", .What = Op::GuardUnlock, .Object = This}, {   \
    .Name = CLASS "::owns_lock", .What = Op::GuardOwns, .Object = This         \
  }

static const Primitive Functions[] = {
    LOCKABLE("boost::mutex"),
    LOCKABLE("boost::recursive_mutex"),
    LOCKABLE("boost::shared_mutex"),
    {.Name = "boost::shared_mutex::lock_shared",
     .What = Op::Lock,
     .Object = This,
     .Shared = true},
    {.Name = "boost::shared_mutex::unlock_shared",
     .What = Op::Unlock,
     .Object = This,
     .Shared = true},
    GUARD("boost::unique_lock"),
    GUARD("boost::shared_lock"),
    {.Name = "boost::condition_variable::wait",
     .What = Op::Wait,
     .Object = This,
     .Second = 0},
    {.Name = "boost::condition_variable::notify_one",
     .What = Op::Notify,
     .Object = This},
    {.Name = "boost::condition_variable::notify_all",
     .What = Op::Notify,
     .Object = This},
    {.Name = "boost::thread::thread",
     .What = Op::Spawn,
     .Object = This,
     .Second = 0},
    {.Name = "boost::thread::join", .What = Op::Join, .Object = This},
    {.Name = "boost::thread::detach", .What = Op::Detach, .Object = This},
    {.Name = "boost::bind", .What = Op::Bind},
    {.Name = "boost::ref", .What = Op::Forward},
};

static const TypeRow Types[] = {
    {"boost::mutex", TypeKind::Lock},
    {"boost::shared_mutex", TypeKind::Lock},
    {"boost::recursive_mutex", TypeKind::RecursiveLock},
    {"boost::lock_guard", TypeKind::ScopedGuard},
    {"boost::unique_lock", TypeKind::MovableGuard},
    {"boost::shared_lock", TypeKind::SharedGuard},
    {"boost::thread", TypeKind::Thread},
    {"boost::condition_variable", TypeKind::Handover},
    {"boost::atomic", TypeKind::Atomic},
};

PrimitiveTable boostPrimitives() { return {Functions, Types}; }

} // namespace heddle
