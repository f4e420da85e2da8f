// RUN: %check_heddle %s
// Today's wrong wording: the race is one, its message is another's. Whoever repairs one moves the case to basic-inferred.cpp.

#include <mutex>

// The use behind the locked write is no test, but shares the message of the test above it.
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
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'Lazy' is tested here without 'Mutex' and then set under it: double-checked locking needs an atomic
}
