// RUN: %heddle facts %s -- -std=c++20 | FileCheck %s --implicit-check-not="held {"
// What a call leaves held, or has given back, is known at its return.

#include <mutex>

static std::mutex A;
static int X;

static void take() { A.lock(); }
static void give() { A.unlock(); }
static void takeThat(std::mutex &Which) { Which.lock(); }
static bool tryTake() { return A.try_lock(); }
static int takeOrFail(bool Fail) {
  if (Fail)
    return -1;
  A.lock();
  return 0;
}
static std::unique_lock<std::mutex> taken() {
  std::unique_lock Lock(A);
  X = 0; // point: in-taken
  // CHECK: in-taken: held {A} dropped {} running {}
  return Lock;
}
template <typename Action> static void with(Action Run) {
  std::lock_guard Guard(A);
  Run();
}

void functions() {
  take();
  X = 1; // point: taken-by-function
  // CHECK: taken-by-function: held {A} dropped {} running {}
  give();
  X = 2; // point: given-by-function
  // CHECK: given-by-function: held {} dropped {} running {}
  takeThat(A);
  X = 3; // point: taken-by-reference
  // CHECK: taken-by-reference: held {A} dropped {} running {}
  give();
}

void results() {
  if (tryTake()) {
    X = 1; // point: result-yes
    // CHECK: result-yes: held {A} dropped {} running {}
    give();
  } else {
    X = 2; // point: result-no
    // CHECK: result-no: held {} dropped {} running {}
  }
  if (takeOrFail(X > 3) != 0)
    return;
  X = 3; // point: result-zero
  // CHECK: result-zero: held {A} dropped {} running {}
  give();
}

void returnedGuard() {
  {
    auto Lock = taken();
    X = 1; // point: returned-guard
    // CHECK: returned-guard: held {A} dropped {} running {}
  }
  X = 2; // point: returned-guard-gone
  // CHECK: returned-guard-gone: held {} dropped {} running {}
}

void callbacks() {
  with([] {
    X = 1; // point: callback
    // CHECK: callback: held {} dropped {} running {}
  });
  X = 2; // point: callback-after
  // CHECK: callback-after: held {} dropped {} running {}
}

// Locks of the caller that the callee gives back for a while.
static void pause() {
  A.unlock();
  X = 1; // point: dropped
  // CHECK: dropped: held {} dropped {A} running {}
  A.lock();
  X = 2; // point: dropped-no-more
  // CHECK: dropped-no-more: held {A} dropped {A} running {}
}
void paused() {
  A.lock();
  pause();
  X = 3; // point: paused
  // CHECK: paused: held {A} dropped {} running {}
  A.unlock();
}

// A guard of one's own.
class Locker {
  std::mutex &Mutex;

public:
  explicit Locker(std::mutex &Mutex) : Mutex(Mutex) { Mutex.lock(); }
  ~Locker() { Mutex.unlock(); }
};
void ownGuard() {
  {
    Locker Guard(A);
    X = 1; // point: own-guard
    // CHECK: own-guard: held {A} dropped {} running {}
  }
  X = 2; // point: own-guard-gone
  // CHECK: own-guard-gone: held {} dropped {} running {}
}

int main() { return 0; }
// CHECK: thread main
