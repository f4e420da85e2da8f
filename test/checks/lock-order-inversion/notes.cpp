// RUN: %check_heddle %s
// The notes tell where the first lock was taken, by which calls, and the other sides of the circle.

#include <mutex>
#include <thread>

static std::mutex First, Second;

static void innerOfForth() { std::lock_guard Lock(Second); }
// CHECK-MESSAGES: :[[@LINE-1]]:46: warning: 'Second' is locked here while 'First' is held, but the opposite order is taken elsewhere
// CHECK-NOTES: :[[@LINE+7]]:19: note: 'First' is locked here first
// CHECK-NOTES: :[[@LINE+7]]:3: note: reached through this call of 'throughCalls'
// CHECK-NOTES: :[[@LINE+3]]:30: note: reached through this call of 'innerOfForth'
// CHECK-NOTES: :[[@LINE+11]]:19: note: 'First' is locked here while 'Second' is held, in the main thread
// CHECK-NOTES: :[[@LINE+44]]:3: note: reached through this call of 'back'
static void throughCalls() { innerOfForth(); }
static void forth() {
  std::lock_guard Lock(First);
  throughCalls();
}

static void lockSecond() { Second.lock(); }
static void back() {
  lockSecond();
  std::lock_guard Lock(First);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'First' is locked here while 'Second' is held, but the opposite order is taken elsewhere
  // CHECK-NOTES: :[[@LINE-3]]:3: note: 'Second' is locked here first
  // CHECK-NOTES: :[[@LINE+31]]:3: note: reached through this call of 'back'
  // CHECK-NOTES: :[[@LINE-20]]:46: note: 'Second' is locked here while 'First' is held, in thread 'forth'
  // CHECK-NOTES: :[[@LINE-11]]:3: note: reached through this call of 'throughCalls'
  // CHECK-NOTES: :[[@LINE-15]]:30: note: reached through this call of 'innerOfForth'
  Second.unlock();
}

// One lock twice, with the calls in between.
class Stack {
  std::mutex Mutex;
  int Size = 0;

public:
  bool empty() {
    std::lock_guard Lock(Mutex);
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: 'Work.Mutex' is locked here by a thread that already holds it: it waits for itself
    // CHECK-NOTES: :[[@LINE+6]]:21: note: 'Work.Mutex' is locked here first
    // CHECK-NOTES: :[[@LINE+15]]:8: note: reached through this call of 'pop'
    // CHECK-NOTES: :[[@LINE+5]]:10: note: reached through this call of 'empty'
    return Size == 0;
  }
  void pop() {
    std::lock_guard Lock(Mutex);
    if (!empty())
      --Size;
  }
};
static Stack Work;

int main() {
  std::thread Other(forth);
  back();
  Work.pop();
  Other.join();
  return 0;
}
