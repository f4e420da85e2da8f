// RUN: %check_heddle %s
// std::scoped_lock comes with its header.

// CHECK-FIXES: #include <mutex>
#include <shared_mutex>
#include <thread>

static std::shared_mutex Mutex;
static int Value;

static void work() {
  Mutex.lock();
  ++Value;
  Mutex.unlock();
}

int main() {
  std::thread Worker(work);
  Value = 3;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Value' is written here without 'Mutex', which guards it elsewhere
  // CHECK-FIXES: { std::scoped_lock Guard(Mutex); Value = 3; }
  Worker.join();
  return 0;
}
