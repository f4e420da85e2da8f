// RUN: %heddle facts %s -- -std=c++20 | FileCheck %s --implicit-check-not="held {"
// Paths are kept apart where their locks differ, and joined where they do not.

#include <mutex>

static std::mutex A;
static int X;

void tryLock() {
  if (A.try_lock()) {
    X = 1; // point: try-yes
    // CHECK: try-yes: held {A} dropped {} running {}
    A.unlock();
  } else {
    X = 2; // point: try-no
    // CHECK: try-no: held {} dropped {} running {}
  }
  X = 3; // point: try-after
  // CHECK: try-after: held {} dropped {} running {}
}

void tryNegated() {
  if (!A.try_lock())
    return;
  X = 1; // point: negated
  // CHECK: negated: held {A} dropped {} running {}
  A.unlock();
}

void tryStored() {
  bool Got = A.try_lock();
  X = 1; // point: stored-both
  // CHECK: stored-both: held {A} dropped {} running {}
  // CHECK: stored-both: held {} dropped {} running {}
  if (Got)
    X = 2; // point: stored-yes
    // CHECK: stored-yes: held {A} dropped {} running {}
  if (!Got)
    return;
  X = 3; // point: stored-later
  // CHECK: stored-later: held {A} dropped {} running {}
  A.unlock();
}

void tryLoop() {
  while (!A.try_lock())
    X = 1; // point: spinning
    // CHECK: spinning: held {} dropped {} running {}
  X = 2; // point: spun
  // CHECK: spun: held {A} dropped {} running {}
  A.unlock();
}

void correlated(bool Need) {
  if (Need)
    A.lock();
  X = 1; // point: correlated-both
  // CHECK: correlated-both: held {A} dropped {} running {}
  // CHECK: correlated-both: held {} dropped {} running {}
  if (Need) {
    X = 2; // point: correlated-yes
    // CHECK: correlated-yes: held {A} dropped {} running {}
    A.unlock();
  }
  X = 3; // point: correlated-after
  // CHECK: correlated-after: held {} dropped {} running {}
}

void earlyReturn(int N) {
  A.lock();
  if (N > 3) {
    A.unlock();
    return;
  }
  X = 1; // point: early-rest
  // CHECK: early-rest: held {A} dropped {} running {}
  A.unlock();
  X = 2; // point: early-after
  // CHECK: early-after: held {} dropped {} running {}
}

void loops(int N) {
  for (int I = 0; I < N; ++I) {
    A.lock();
    X = 1; // point: loop-held
    // CHECK: loop-held: held {A} dropped {} running {}
    if (I == 7) {
      A.unlock();
      break;
    }
    if (I == 5) {
      A.unlock();
      continue;
    }
    X = 2; // point: loop-rest
    // CHECK: loop-rest: held {A} dropped {} running {}
    A.unlock();
  }
  X = 3; // point: loop-after
  // CHECK: loop-after: held {} dropped {} running {}
  do {
    std::lock_guard Guard(A);
    if (N == 3)
      continue;
    X = 4; // point: do-held
    // CHECK: do-held: held {A} dropped {} running {}
  } while (X < N);
  X = 5; // point: do-after
  // CHECK: do-after: held {} dropped {} running {}
}

void switches(int N) {
  switch (N) {
  case 0:
    A.lock();
    break;
  case 1:
    return;
  default:
    A.lock();
  }
  X = 1; // point: switch-after
  // CHECK: switch-after: held {A} dropped {} running {}
  A.unlock();
}

void jumps(int N) {
  A.lock();
  if (N)
    goto out;
  X = 1; // point: goto-not
  // CHECK: goto-not: held {A} dropped {} running {}
out:
  X = 2; // point: goto-label
  // CHECK: goto-label: held {A} dropped {} running {}
  A.unlock();
}

void shortCircuit(bool First) {
  if (First && A.try_lock()) {
    X = 1; // point: and-yes
    // CHECK: and-yes: held {A} dropped {} running {}
    A.unlock();
  }
  X = 2; // point: and-after
  // CHECK: and-after: held {} dropped {} running {}
}

int main() { return 0; }
// CHECK: thread main
