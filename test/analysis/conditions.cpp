// RUN: %heddle facts %s -- -std=c++20 | FileCheck %s --implicit-check-not="held {"
// A condition wait gives the lock back and takes it again.

#include <condition_variable>
#include <mutex>

static std::mutex A;
static std::condition_variable Changed;
static std::condition_variable_any AnyChanged;
static bool Ready;
static int X;

void loop() {
  std::unique_lock Lock(A);
  while (!Ready)
    Changed.wait(Lock);
  X = 1; // point: loop
  // CHECK: loop: held {A} dropped {} running {}
}

void predicate() {
  std::unique_lock Lock(A);
  Changed.wait(Lock, [] { return Ready; });
  X = 1; // point: predicate
  // CHECK: predicate: held {A} dropped {} running {}
}

void timed() {
  std::unique_lock Lock(A);
  if (!Changed.wait_for(Lock, std::chrono::seconds(1), [] { return Ready; }))
    return;
  X = 1; // point: timed
  // CHECK: timed: held {A} dropped {} running {}
}

void mutexItself() {
  A.lock();
  AnyChanged.wait(A);
  X = 1; // point: any
  // CHECK: any: held {A} dropped {} running {}
  A.unlock();
  X = 2; // point: any-after
  // CHECK: any-after: held {} dropped {} running {}
}

int main() { return 0; }
// CHECK: thread main
