// RUN: %check_heddle %s
// Each message once, with its fix where there is one.

#include <mutex>
#include <shared_mutex>
#include <thread>

static std::mutex First, Second;
static std::mutex Left, Middle, Right;
static std::mutex Single;
static std::shared_mutex Readers;

// Two locks in opposite orders.
static void forth() {
  std::lock_guard Outer(First);
  // CHECK-FIXES: std::scoped_lock Outer(First, Second);
  std::lock_guard Inner(Second);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'Second' is locked here while 'First' is held, but the opposite order is taken elsewhere
}
static void back() {
  std::lock_guard Outer(Second);
  // CHECK-FIXES: std::scoped_lock Outer(Second, First);
  std::lock_guard Inner(First);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'First' is locked here while 'Second' is held, but the opposite order is taken elsewhere
}

// Three locks in a circle.
static void leftMiddle() {
  Left.lock();
  Middle.lock();
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'Middle' is locked here while 'Left' is held, but others close a cycle elsewhere
  Middle.unlock();
  Left.unlock();
}
static void middleRight() {
  Middle.lock();
  Right.lock();
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'Right' is locked here while 'Middle' is held, but others close a cycle elsewhere
  Right.unlock();
  Middle.unlock();
}
static void rightLeft() {
  Right.lock();
  Left.lock();
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'Left' is locked here while 'Right' is held, but others close a cycle elsewhere
  Left.unlock();
  Right.unlock();
}

// One lock twice.
static void helper() { std::lock_guard Lock(Single); }
// CHECK-MESSAGES: :[[@LINE-1]]:40: warning: 'Single' is locked here by a thread that already holds it: it waits for itself
static void relock() {
  std::lock_guard Lock(Single);
  helper();
}

// A reader that becomes a writer.
static void upgrade() {
  std::shared_lock Reader(Readers);
  std::unique_lock Writer(Readers);
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'Readers' is locked for writing here by a thread that holds it for reading: it waits for itself
}

int main() {
  std::thread A(forth), B(back);
  std::thread C(leftMiddle), D(middleRight), E(rightLeft);
  A.join();
  B.join();
  C.join();
  D.join();
  E.join();
  relock();
  upgrade();
  return 0;
}
