//===- State.h - what is known at one point of a function -----------------===//
//
// Part of heddle, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Everything here is relative to the entry of the function at hand: the locks
// its caller holds are not in Held, the threads its caller started are not in
// Running. Composition (analysis/summary) adds them.
//
// The dataflow is path-sensitive where it matters and only there: states that
// differ in locks, threads or process are kept apart, all others are merged
// (property simulation, Das, Lerner and Seigle, PLDI 2002).
//
//===----------------------------------------------------------------------===//

#ifndef HEDDLE_ANALYSIS_LOCKSET_STATE_H
#define HEDDLE_ANALYSIS_LOCKSET_STATE_H

#include "analysis/lockset/ProcessState.h"
#include "analysis/places/Environment.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"

namespace heddle {

/// A set of places in order of their serial numbers.
class PlaceSet {
public:
  bool insert(const Place *P);
  bool erase(const Place *P);
  bool contains(const Place *P) const;
  void unite(const PlaceSet &Other);
  void intersect(const PlaceSet &Other);
  auto begin() const { return Items.begin(); }
  auto end() const { return Items.end(); }
  bool empty() const { return Items.empty(); }
  size_t size() const { return Items.size(); }
  friend bool operator==(const PlaceSet &A, const PlaceSet &B) {
    return A.Items == B.Items;
  }

private:
  llvm::SmallVector<const Place *, 2> Items;
};

/// A lock in the hands of the executing thread.
struct HeldLock {
  const Place *Lock;
  /// Held in shared (reader) mode only.
  bool Shared = false;
  /// Held on some of the executions that reach this point, not on all.
  bool Maybe = false;
  /// One of several that the program chose from.
  bool Chosen = false;
  /// How often it was taken, for recursive locks.
  uint8_t Depth = 1;
  clang::SourceLocation Where;

  friend bool operator==(const HeldLock &A, const HeldLock &B) {
    return A.Lock == B.Lock && A.Shared == B.Shared && A.Maybe == B.Maybe &&
           A.Depth == B.Depth;
  }
};

/// The locks held, in order of the places' serial numbers.
class LockSet {
public:
  const HeldLock *find(const Place *Lock) const;
  HeldLock *find(const Place *Lock);
  void add(const HeldLock &Lock);
  /// Takes the lock out, or one level of it. True when it was there.
  bool release(const Place *Lock);
  bool remove(const Place *Lock);
  void join(const LockSet &Other);
  auto begin() const { return Items.begin(); }
  auto end() const { return Items.end(); }
  auto begin() { return Items.begin(); }
  auto end() { return Items.end(); }
  bool empty() const { return Items.empty(); }
  size_t size() const { return Items.size(); }
  friend bool operator==(const LockSet &A, const LockSet &B) {
    return A.Items == B.Items;
  }

private:
  llvm::SmallVector<HeldLock, 2> Items;
};

/// A thread that may be running.
struct RunningThread {
  const SpawnSite *Thread;
  const Place *Handle; ///< null when it cannot be named
  /// More than one thread of this start may be running.
  bool Many = false;

  friend bool operator==(const RunningThread &A, const RunningThread &B) {
    return A.Thread == B.Thread && A.Handle == B.Handle && A.Many == B.Many;
  }
};

using ThreadList = llvm::SmallVector<RunningThread, 2>;

/// What one event is relative to: the part of a state that travels with it.
struct Situation {
  LockSet Held;
  /// Locks of the caller that were given back since the entry.
  PlaceSet Dropped;
  /// Threads started since the entry that may still run.
  ThreadList Running;
  /// Threads started since the entry, running or not.
  ThreadList Started;
  /// Handles that have been joined since the entry on every path.
  PlaceSet Joined;
  /// Hand-over objects (conditions, semaphores, flags) awaited on every path.
  PlaceSet Awaited;
  /// Hand-over objects that may have been signalled.
  PlaceSet Signalled;
  /// What is known of the function's parameters here.
  llvm::SmallVector<std::pair<const Place *, const Value *>, 1> Given;
  /// The coroutine has gone on to a pool of threads, on every path.
  bool OnPool = false;
  ProcessState Process;

  friend bool operator==(const Situation &A, const Situation &B) {
    return A.Held == B.Held && A.Dropped == B.Dropped &&
           A.Running == B.Running && A.Started == B.Started &&
           A.Joined == B.Joined && A.Awaited == B.Awaited &&
           A.Signalled == B.Signalled && A.Given == B.Given &&
           A.OnPool == B.OnPool && A.Process == B.Process;
  }
};

struct State {
  Situation S;
  Environment Env;
  explicit State(Environment Env) : Env(Env) {}

  /// States with equal keys are merged at joins.
  bool sameKey(const State &Other) const;
  /// Takes Other in; true when something changed.
  bool join(const State &Other, Domain &D);
};

/// A few states that differ in locks, threads or process.
class StateSet {
public:
  /// More states than this at one point are merged into one.
  static constexpr unsigned MaxStates = 8;
  bool add(const State &New, Domain &D);
  auto begin() const { return States.begin(); }
  auto end() const { return States.end(); }
  auto begin() { return States.begin(); }
  auto end() { return States.end(); }
  bool empty() const { return States.empty(); }
  size_t size() const { return States.size(); }
  void clear() { States.clear(); }
  bool overflowed() const { return Overflowed; }

private:
  llvm::SmallVector<State, 1> States;
  bool Overflowed = false;
};

} // namespace heddle

#endif
