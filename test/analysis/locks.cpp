// RUN: %heddle facts %s -- -std=c++20 | FileCheck %s --implicit-check-not="held {"
// Which locks are held where: methods, guards, scopes.

#include <mutex>
#include <shared_mutex>

static std::mutex A, B;
static std::shared_mutex S;
static int X;

void methods() {
  X = 0; // point: methods-before
  // CHECK: methods-before: held {} dropped {} running {}
  A.lock();
  X = 1; // point: methods-held
  // CHECK: methods-held: held {A} dropped {} running {}
  B.lock();
  X = 2; // point: methods-both
  // CHECK: methods-both: held {A, B} dropped {} running {}
  A.unlock();
  X = 3; // point: methods-crossed
  // CHECK: methods-crossed: held {B} dropped {} running {}
  B.unlock();
  X = 4; // point: methods-after
  // CHECK: methods-after: held {} dropped {} running {}
}

void scopes() {
  {
    std::lock_guard Outer(A);
    X = 1; // point: scope-outer
    // CHECK: scope-outer: held {A} dropped {} running {}
    {
      std::lock_guard<std::mutex> Inner(B);
      X = 2; // point: scope-inner
      // CHECK: scope-inner: held {A, B} dropped {} running {}
    }
    X = 3; // point: scope-left
    // CHECK: scope-left: held {A} dropped {} running {}
  }
  X = 4; // point: scope-none
  // CHECK: scope-none: held {} dropped {} running {}
}

void scopedLock() {
  {
    std::scoped_lock None;
    X = 0; // point: scoped-none
    // CHECK: scoped-none: held {} dropped {} running {}
  }
  std::scoped_lock Both(A, B);
  X = 1; // point: scoped-both
  // CHECK: scoped-both: held {A, B} dropped {} running {}
}

void adopted() {
  A.lock();
  std::lock_guard Guard(A, std::adopt_lock);
  X = 1; // point: adopted
  // CHECK: adopted: held {A} dropped {} running {}
}

void allAtOnce() {
  std::lock(A, B);
  X = 1; // point: all-held
  // CHECK: all-held: held {A, B} dropped {} running {}
  std::scoped_lock Guard(std::adopt_lock, A, B);
}

void temporary() {
  std::lock_guard{A};
  X = 1; // point: temporary-gone
  // CHECK: temporary-gone: held {} dropped {} running {}
  (std::lock_guard(A),
   X = 2); // point: temporary-here
   // CHECK: temporary-here: held {A} dropped {} running {}
  std::unique_lock Guard(A), Other(B);
  X = 3; // point: two-in-one-statement
  // CHECK: two-in-one-statement: held {A, B} dropped {} running {}
}

void readers() {
  S.lock_shared();
  X = 1; // point: shared-by-method
  // CHECK: shared-by-method: held {S(shared)} dropped {} running {}
  S.unlock_shared();
  {
    std::shared_lock Reader(S);
    X = 2; // point: shared-by-guard
    // CHECK: shared-by-guard: held {S(shared)} dropped {} running {}
  }
  std::unique_lock Writer(S);
  X = 3; // point: exclusive
  // CHECK: exclusive: held {S} dropped {} running {}
}

int main() { return 0; }
// CHECK: thread main
