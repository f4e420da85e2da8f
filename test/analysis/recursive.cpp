// RUN: %heddle facts %s -- -std=c++20 | FileCheck %s --implicit-check-not="held {"
// How often a recursive lock was taken.

#include <mutex>

static std::recursive_mutex A;
static int X;

static void again() {
  std::lock_guard Inner(A);
  X = 1; // point: inner
  // CHECK: inner: held {A} dropped {} running {}
}

void twice() {
  std::lock_guard Outer(A);
  X = 2; // point: once
  // CHECK: once: held {A} dropped {} running {}
  {
    std::lock_guard Inner(A);
    X = 3; // point: twice
    // CHECK: twice: held {A(x2)} dropped {} running {}
    A.lock();
    X = 4; // point: thrice
    // CHECK: thrice: held {A(x3)} dropped {} running {}
    A.unlock();
  }
  X = 5; // point: once-again
  // CHECK: once-again: held {A} dropped {} running {}
  again();
  X = 6; // point: after-call
  // CHECK: after-call: held {A} dropped {} running {}
}

static void enter() { A.lock(); }
void calls() {
  enter();
  enter();
  X = 1; // point: entered-twice
  // CHECK: entered-twice: held {A(x2)} dropped {} running {}
  A.unlock();
  X = 2; // point: left-once
  // CHECK: left-once: held {A} dropped {} running {}
  A.unlock();
  X = 3; // point: left-twice
  // CHECK: left-twice: held {} dropped {} running {}
}

int main() { return 0; }
// CHECK: thread main
