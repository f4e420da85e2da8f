//===- thread_annotations.h - contracts that Clang checks ----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The attributes of Clang's -Wthread-safety, empty for other compilers.
// Source: https://clang.llvm.org/docs/ThreadSafetyAnalysis.html
//
//   class HEDDLE_RT_CAPABILITY("mutex") mutex { void lock() HEDDLE_RT_ACQUIRE(); };
//   int value HEDDLE_RT_GUARDED_BY(m);
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_RT_THREAD_ANNOTATIONS_H
#define HEDDLE_RT_THREAD_ANNOTATIONS_H

#if defined(__clang__)
#define HEDDLE_RT_ANNOTATE(x) __attribute__((x))
#else
#define HEDDLE_RT_ANNOTATE(x)
#endif

/// The class is a lock, or another right that a thread holds or does not.
#define HEDDLE_RT_CAPABILITY(name) HEDDLE_RT_ANNOTATE(capability(name))
/// The class holds a lock from its construction to its destruction.
#define HEDDLE_RT_SCOPED_CAPABILITY HEDDLE_RT_ANNOTATE(scoped_lockable)
/// The variable is touched only while the lock is held.
#define HEDDLE_RT_GUARDED_BY(x) HEDDLE_RT_ANNOTATE(guarded_by(x))
/// What the pointer points to is touched only while the lock is held.
#define HEDDLE_RT_PT_GUARDED_BY(x) HEDDLE_RT_ANNOTATE(pt_guarded_by(x))
/// The caller holds the locks before and after the call.
#define HEDDLE_RT_REQUIRES(...) HEDDLE_RT_ANNOTATE(requires_capability(__VA_ARGS__))
/// The call takes the locks.
#define HEDDLE_RT_ACQUIRE(...) HEDDLE_RT_ANNOTATE(acquire_capability(__VA_ARGS__))
/// The call gives the locks back.
#define HEDDLE_RT_RELEASE(...) HEDDLE_RT_ANNOTATE(release_capability(__VA_ARGS__))
/// The call takes the lock if it returns the first argument.
#define HEDDLE_RT_TRY_ACQUIRE(...) HEDDLE_RT_ANNOTATE(try_acquire_capability(__VA_ARGS__))
/// The caller must not hold the locks.
#define HEDDLE_RT_EXCLUDES(...) HEDDLE_RT_ANNOTATE(locks_excluded(__VA_ARGS__))
/// The function returns a reference to the lock.
#define HEDDLE_RT_RETURN_CAPABILITY(x) HEDDLE_RT_ANNOTATE(lock_returned(x))
/// The body is not checked; a comment beside it says why.
#define HEDDLE_RT_NO_THREAD_SAFETY_ANALYSIS HEDDLE_RT_ANNOTATE(no_thread_safety_analysis)

#endif // HEDDLE_RT_THREAD_ANNOTATIONS_H
