// RUN: %check_heddle %s
// The lock cannot be named where it would have to be taken: no fix.

#include <mutex>
#include <thread>

namespace {
std::mutex Unnamed;
}
static std::mutex Mutex;
class Box {
  static std::mutex Private;

public:
  static std::mutex Public;
  static void add();
};
std::mutex Box::Private, Box::Public;

static int ByUnnamed;
static int ByLocal;
static int ByPrivate;
static int ByPublic;
static int ByHidden;
static int Guard;
static int Result;
static int Sometimes;

// Reached with the lock and without: taking it here would wait for itself.
static void sometimes() { Sometimes += 2; }
// CHECK-MESSAGES: :[[@LINE-1]]:27: warning: 'Sometimes' is written here without 'Mutex', which guards it elsewhere

static void byLocal() {
  static std::mutex Local;
  std::lock_guard Lock(Local);
  ++ByLocal;
}
void Box::add() {
  std::lock_guard Lock(Private);
  ++ByPrivate;
}

static void work() {
  {
    std::lock_guard Lock(Unnamed);
    ++ByUnnamed;
  }
  {
    std::lock_guard Lock(Box::Public);
    ++ByPublic;
  }
  byLocal();
  Box::add();
  std::lock_guard Lock(Mutex);
  ++ByHidden;
  ++Guard;
  ++Result;
  sometimes();
}

int main() {
  std::thread Worker(work);
  sometimes();
  ByUnnamed = 1;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'ByUnnamed' is written here without 'Unnamed', which guards it elsewhere
  ByLocal = 2;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'ByLocal' is written here without 'Local', which guards it elsewhere
  ByPrivate = 3;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'ByPrivate' is written here without 'Box::Private', which guards it elsewhere
  // Only locks of a namespace are named; whether a class shows its own is not asked.
  ByPublic = 4;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'ByPublic' is written here without 'Box::Public', which guards it elsewhere
  {
    int Mutex = 0;
    ByHidden = Mutex;
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'ByHidden' is written here without 'Mutex', which guards it elsewhere
  }
  Guard = 5;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Guard' is written here without 'Mutex', which guards it elsewhere
  int Value = ({ Result = 6; });
  // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'Result' is written here without 'Mutex', which guards it elsewhere
  Worker.join();
  return Value;
}
