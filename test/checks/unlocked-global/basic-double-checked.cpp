// RUN: %check_heddle %s
// Double-checked locking where no thread is seen: the test, not the use behind it.

#include <mutex>

static std::mutex Mutex;
static int *Lazy;
int lazy() {
  if (!Lazy) {
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'Lazy' is tested here without 'Mutex' and then set under it: double-checked locking needs an atomic
    std::lock_guard Lock(Mutex);
    if (!Lazy)
      Lazy = new int(1);
  }
  return *Lazy;
}
