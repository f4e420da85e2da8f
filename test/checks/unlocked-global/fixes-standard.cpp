// RUN: %check_heddle %s -std=c++17,c++20 --check-suffix=NEW
// RUN: %check_heddle %s -std=c++11,c++14 --check-suffix=OLD
// Before C++17 there is no std::scoped_lock, and an atomic cannot be initialised by '='.

// CHECK-FIXES-NEW: #include <atomic>
#include <mutex>
#include <thread>

static std::mutex Mutex;
static int Counter = 0;
// CHECK-FIXES-NEW: static std::atomic<int> Counter = 0;
static int Account;

static void work() {
  ++Counter;
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'Counter' is written here without a lock while another thread can write it
  std::lock_guard<std::mutex> Lock(Mutex);
  ++Account;
}

int main() {
  std::thread Worker(work);
  ++Counter;
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'Counter' is written here without a lock while another thread can write it
  Account = 3;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Account' is written here without 'Mutex', which guards it elsewhere
  // CHECK-FIXES-NEW: { std::scoped_lock Guard(Mutex); Account = 3; }
  // CHECK-FIXES-OLD: { std::lock_guard<std::mutex> Guard(Mutex); Account = 3; }
  Worker.join();
  return 0;
}
