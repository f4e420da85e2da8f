// RUN: %check_heddle %s
// The guard before the one at fault is not always the other lock of the circle; three guards are not merged in pairs.

#include <mutex>
#include <thread>

static std::mutex A, B, Between;

static void forth() {
  std::lock_guard Outer(A);
  std::lock_guard Middle(Between);
  std::lock_guard Inner(B);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'B' is locked here while 'A' is held, but the opposite order is taken elsewhere
}
static void back() {
  B.lock();
  A.lock();
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'A' is locked here while 'B' is held, but the opposite order is taken elsewhere
  A.unlock();
  B.unlock();
}

static std::mutex One, Two, Three;
static void up() {
  std::lock_guard First(One);
  std::lock_guard Second(Two);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'Two' is locked here while 'One' is held, but the opposite order is taken elsewhere
  std::lock_guard Third(Three);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'Three' is locked here while 'Two' is held, but the opposite order is taken elsewhere
}
static void down() {
  std::lock_guard First(Three);
  std::lock_guard Second(Two);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'Two' is locked here while 'Three' is held, but the opposite order is taken elsewhere
  std::lock_guard Third(One);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'One' is locked here while 'Two' is held, but the opposite order is taken elsewhere
}

int main() {
  std::jthread T1(forth), T2(back), T3(up), T4(down);
  return 0;
}
