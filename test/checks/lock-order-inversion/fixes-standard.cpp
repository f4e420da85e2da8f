// RUN: %check_heddle %s -std=c++17,c++20 --check-suffix=NEW
// RUN: %check_heddle %s -std=c++11,c++14
// Before C++17 there is no std::scoped_lock.

#include <mutex>
#include <thread>

static std::mutex First, Second;

static void forth() {
  std::lock_guard<std::mutex> Outer(First);
  // CHECK-FIXES-NEW: std::scoped_lock Outer(First, Second);
  std::lock_guard<std::mutex> Inner(Second);
  // CHECK-MESSAGES: :[[@LINE-1]]:31: warning: 'Second' is locked here while 'First' is held, but the opposite order is taken elsewhere
}
static void back() {
  std::lock_guard<std::mutex> Outer(Second);
  // CHECK-FIXES-NEW: std::scoped_lock Outer(Second, First);
  std::lock_guard<std::mutex> Inner(First);
  // CHECK-MESSAGES: :[[@LINE-1]]:31: warning: 'First' is locked here while 'Second' is held, but the opposite order is taken elsewhere
}

int main() {
  std::thread A(forth), B(back);
  A.join();
  B.join();
  return 0;
}
