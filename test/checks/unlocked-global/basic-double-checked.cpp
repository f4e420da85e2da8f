// RUN: %check_heddle %s
// Double-checked locking where no thread is seen: the test, and the use behind it.

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
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'Lazy' is read here without 'Mutex', which guards it elsewhere (inferred from its other uses)
}
