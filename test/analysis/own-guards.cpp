// RUN: %heddle facts %s -- -std=c++20 | FileCheck %s --implicit-check-not="held {"
// Guards of locks of one's own, and guards that are members.

#include <mutex>

static std::mutex A;
static int X;

// A lock of one's own, in a standard guard.
class Lockable {
  std::mutex Mutex;

public:
  void lock() { Mutex.lock(); }
  void unlock() { Mutex.unlock(); }
};
static Lockable Own;
void ownLock() {
  {
    std::lock_guard Guard(Own);
    X = 1; // point: own-lock
    // CHECK: own-lock: held {Own.Mutex} dropped {} running {}
  }
  X = 2; // point: own-lock-gone
  // CHECK: own-lock-gone: held {} dropped {} running {}
}

// A member guard lives as long as its object.
struct Session {
  std::lock_guard<std::mutex> Guard{A};
  int Id = 0;
};
void memberGuard() {
  // That it is given back is not seen today: test/checks/lock-order-inversion/false-alarms.cpp.
  Session Here;
  X = 1; // point: member-guard
  // CHECK: member-guard: held {A} dropped {} running {}
}

class Access {
  std::unique_lock<std::mutex> Lock;

public:
  explicit Access(std::mutex &Mutex) : Lock(Mutex) {}
};
void memberLock() {
  {
    Access Here(A);
    X = 1; // point: member-lock
    // CHECK: member-lock: held {A} dropped {} running {}
  }
  X = 2; // point: member-lock-gone
  // CHECK: member-lock-gone: held {} dropped {} running {}
}

int main() { return 0; }
// CHECK: thread main
