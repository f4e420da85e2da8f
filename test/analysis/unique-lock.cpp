// RUN: %heddle facts %s -- -std=c++20 | FileCheck %s --implicit-check-not="held {"
// A guard that can be deferred, unlocked, moved, released.

#include <mutex>
#include <utility>

static std::mutex A, B;
static int X;

void deferred() {
  std::unique_lock Lock(A, std::defer_lock);
  X = 1; // point: deferred
  // CHECK: deferred: held {} dropped {} running {}
  Lock.lock();
  X = 2; // point: deferred-locked
  // CHECK: deferred-locked: held {A} dropped {} running {}
  Lock.unlock();
  X = 3; // point: unlocked
  // CHECK: unlocked: held {} dropped {} running {}
  Lock.lock();
  X = 4; // point: locked-again
  // CHECK: locked-again: held {A} dropped {} running {}
}

void destroyedUnlocked() {
  A.lock();
  {
    std::unique_lock Lock(A, std::adopt_lock);
    Lock.unlock();
  }
  X = 1; // point: destroyed-unlocked
  // CHECK: destroyed-unlocked: held {} dropped {} running {}
}

void released() {
  {
    std::unique_lock Lock(A);
    Lock.release();
  }
  X = 1; // point: released
  // CHECK: released: held {A} dropped {} running {}
  A.unlock();
  X = 2; // point: released-unlocked
  // CHECK: released-unlocked: held {} dropped {} running {}
}

void unlockedThroughMutex() {
  std::unique_lock Lock(A);
  Lock.mutex()->unlock();
  X = 1; // point: unlocked-through-mutex
  // CHECK: unlocked-through-mutex: held {} dropped {} running {}
  Lock.release();
}

void moved() {
  std::unique_lock First(A);
  {
    std::unique_lock Second(std::move(First));
    X = 1; // point: moved
    // CHECK: moved: held {A} dropped {} running {}
  }
  X = 2; // point: moved-and-destroyed
  // CHECK: moved-and-destroyed: held {} dropped {} running {}
  std::unique_lock<std::mutex> Third;
  X = 3; // point: empty
  // CHECK: empty: held {} dropped {} running {}
  Third = std::unique_lock(B);
  X = 4; // point: assigned
  // CHECK: assigned: held {B} dropped {} running {}
}

void tried() {
  std::unique_lock Lock(A, std::try_to_lock);
  X = 1; // point: tried
  // CHECK: tried: held {A} dropped {} running {}
  // CHECK: tried: held {} dropped {} running {}
  if (Lock.owns_lock())
    X = 2; // point: tried-owned
    // CHECK: tried-owned: held {A} dropped {} running {}
  else
    X = 3; // point: tried-failed
    // CHECK: tried-failed: held {} dropped {} running {}
}

void triedLater() {
  std::unique_lock Lock(A, std::defer_lock);
  if (!Lock.try_lock())
    return;
  X = 1; // point: tried-later
  // CHECK: tried-later: held {A} dropped {} running {}
}

void swapped() {
  std::unique_lock First(A);
  std::unique_lock<std::mutex> Second;
  First.swap(Second);
  Second.unlock();
  X = 1; // point: swapped
  // CHECK: swapped: held {} dropped {} running {}
}

int main() { return 0; }
// CHECK: thread main
