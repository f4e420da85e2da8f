// RUN: %check_heddle %s
// A function that a global std::function was given is called under the lock that is held at the call.

#include <functional>
#include <mutex>
#include <thread>

static std::mutex Model, View;
static std::function<void()> Listener;
static void publish() {
  std::lock_guard Lock(Model);
  Listener();
}
static void draw() {
  std::lock_guard Lock(View);
  // CHECK-FIXES: std::scoped_lock Lock(View, Model);
  std::lock_guard Inner(Model);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'Model' is locked here while 'View' is held, but the opposite order is taken elsewhere
}

int main() {
  Listener = [] {
    std::lock_guard Lock(View);
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: 'View' is locked here while 'Model' is held, but the opposite order is taken elsewhere
  };
  std::thread A(publish), B(draw);
  A.join();
  B.join();
  return 0;
}
