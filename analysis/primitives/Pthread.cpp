//===- Pthread.cpp - POSIX threads and semaphores -------------------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Source: POSIX.1-2024, <pthread.h> and <semaphore.h>, with glibc's and the
// BSDs' extensions (names ending in _np).
//
//===----------------------------------------------------------------------===//

#include "analysis/primitives/Primitives.h"
#include <cerrno>

namespace heddle {

static constexpr Success Zero = Success::Zero;
static constexpr int8_t Busy = EBUSY;
static constexpr int8_t TimedOut = ETIMEDOUT;

static const Primitive Functions[] = {
    {.Name = "pthread_mutex_lock", .What = Op::Lock},
    {.Name = "pthread_mutex_trylock",
     .What = Op::TryLock,
     .When = Zero,
     .Failure = Busy},
    {.Name = "pthread_mutex_timedlock",
     .What = Op::TryLock,
     .When = Zero,
     .Failure = TimedOut},
    {.Name = "pthread_mutex_clocklock",
     .What = Op::TryLock,
     .When = Zero,
     .Failure = TimedOut},
    {.Name = "pthread_mutex_unlock", .What = Op::Unlock},
    {.Name = "pthread_mutex_init", .What = Op::InitLock, .Second = 1},

    {.Name = "pthread_rwlock_wrlock", .What = Op::Lock},
    {.Name = "pthread_rwlock_trywrlock",
     .What = Op::TryLock,
     .When = Zero,
     .Failure = Busy},
    {.Name = "pthread_rwlock_timedwrlock",
     .What = Op::TryLock,
     .When = Zero,
     .Failure = TimedOut},
    {.Name = "pthread_rwlock_clockwrlock",
     .What = Op::TryLock,
     .When = Zero,
     .Failure = TimedOut},
    {.Name = "pthread_rwlock_rdlock", .What = Op::Lock, .Shared = true},
    {.Name = "pthread_rwlock_tryrdlock",
     .What = Op::TryLock,
     .When = Zero,
     .Shared = true,
     .Failure = Busy},
    {.Name = "pthread_rwlock_timedrdlock",
     .What = Op::TryLock,
     .When = Zero,
     .Shared = true,
     .Failure = TimedOut},
    {.Name = "pthread_rwlock_clockrdlock",
     .What = Op::TryLock,
     .When = Zero,
     .Shared = true,
     .Failure = TimedOut},
    {.Name = "pthread_rwlock_unlock", .What = Op::Unlock},

    {.Name = "pthread_spin_lock", .What = Op::Lock},
    {.Name = "pthread_spin_trylock",
     .What = Op::TryLock,
     .When = Zero,
     .Failure = Busy},
    {.Name = "pthread_spin_unlock", .What = Op::Unlock},

    {.Name = "pthread_cond_wait", .What = Op::Wait, .Second = 1},
    {.Name = "pthread_cond_timedwait", .What = Op::Wait, .Second = 1},
    {.Name = "pthread_cond_clockwait", .What = Op::Wait, .Second = 1},
    {.Name = "pthread_cond_signal", .What = Op::Notify},
    {.Name = "pthread_cond_broadcast", .What = Op::Notify},

    {.Name = "pthread_create", .What = Op::Spawn, .Second = 2, .When = Zero},
    {.Name = "pthread_join", .What = Op::Join},
    {.Name = "pthread_tryjoin_np", .What = Op::Join},
    {.Name = "pthread_timedjoin_np", .What = Op::Join},
    {.Name = "pthread_clockjoin_np", .What = Op::Join},
    {.Name = "pthread_detach", .What = Op::Detach},
    {.Name = "pthread_exit", .What = Op::ExitThread},

    {.Name = "pthread_once", .What = Op::Once, .Second = 1},
    {.Name = "pthread_barrier_wait", .What = Op::Meet},

    {.Name = "sem_wait", .What = Op::Await},
    {.Name = "sem_trywait", .What = Op::TryAwait, .When = Zero},
    {.Name = "sem_timedwait", .What = Op::TryAwait, .When = Zero},
    {.Name = "sem_clockwait", .What = Op::TryAwait, .When = Zero},
    {.Name = "sem_post", .What = Op::Signal},
    {.Name = "sem_init", .What = Op::InitLock, .Second = 2},
    {.Name = "pthread_mutexattr_settype", .What = Op::SetLockType, .Second = 1},
};

static const TypeRow Types[] = {
    {"pthread_mutex_t", TypeKind::Lock},
    {"pthread_rwlock_t", TypeKind::Lock},
    {"pthread_spinlock_t", TypeKind::Lock},
    {"pthread_cond_t", TypeKind::Handover},
    {"pthread_barrier_t", TypeKind::Handover},
    {"pthread_once_t", TypeKind::Handover},
    {"sem_t", TypeKind::Handover},
};

PrimitiveTable pthreadPrimitives() { return {Functions, Types}; }

} // namespace heddle
