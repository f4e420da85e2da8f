//===- C11.cpp - <threads.h> and <stdatomic.h> ----------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Source: ISO/IEC 9899:2018, 7.26 (threads). thrd_success is 0 in every
// library that has the header. Atomic operations are compiler builtins and
// are known by their expressions, not by a row.
//
//===----------------------------------------------------------------------===//

#include "analysis/primitives/Primitives.h"

namespace heddle {

static constexpr Success Zero = Success::Zero;

static const Primitive Functions[] = {
    {.Name = "mtx_lock", .What = Op::Lock},
    {.Name = "mtx_trylock", .What = Op::TryLock, .When = Zero, .Failure = 1},
    {.Name = "mtx_timedlock", .What = Op::TryLock, .When = Zero, .Failure = 4},
    {.Name = "mtx_unlock", .What = Op::Unlock},
    {.Name = "mtx_init", .What = Op::InitLock, .Second = 1},
    {.Name = "cnd_wait", .What = Op::Wait, .Second = 1},
    {.Name = "cnd_timedwait", .What = Op::Wait, .Second = 1},
    {.Name = "cnd_signal", .What = Op::Notify},
    {.Name = "cnd_broadcast", .What = Op::Notify},
    {.Name = "thrd_create", .What = Op::Spawn, .Second = 1, .When = Zero},
    {.Name = "thrd_join", .What = Op::Join},
    {.Name = "thrd_detach", .What = Op::Detach},
    {.Name = "thrd_exit", .What = Op::ExitThread},
    {.Name = "call_once", .What = Op::Once, .Second = 1},
};

static const TypeRow Types[] = {
    {"mtx_t", TypeKind::Lock},
    {"cnd_t", TypeKind::Handover},
    {"once_flag", TypeKind::Handover},
};

PrimitiveTable c11Primitives() { return {Functions, Types}; }

} // namespace heddle
