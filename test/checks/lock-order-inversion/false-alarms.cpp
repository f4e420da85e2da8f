// RUN: %check_heddle %s
// Today's wrong answers: warnings about what is sound. Whoever repairs one moves the case to silent.cpp.

#include <atomic>
#include <mutex>
#include <thread>

// The second thread waits until the first has given both back: a flag's order is not asked for.
static std::mutex First, Second;
static std::atomic<bool> Go;

static void before() {
  {
    std::lock_guard Outer(First);
    // CHECK-FIXES: std::scoped_lock Outer(First, Second);
    std::lock_guard Inner(Second);
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: 'Second' is locked here while 'First' is held, but the opposite order is taken elsewhere
  }
  Go = true;
}

static void after() {
  while (!Go)
    ;
  Second.lock();
  First.lock();
  // CHECK-MESSAGES: :[[@LINE-1]]:9: warning: 'First' is locked here while 'Second' is held, but the opposite order is taken elsewhere
  First.unlock();
  Second.unlock();
}

// A guard that is a member of a class without a destructor of its own is not seen to give its lock back.
static std::mutex Mutex;
static int Value;
class Access {
  std::unique_lock<std::mutex> Lock;

public:
  Access() : Lock(Mutex) {}
};
static void twice() {
  {
    Access Here;
    ++Value;
  }
  Access Again;
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'Mutex' is locked here by a thread that already holds it: it waits for itself
  ++Value;
}

int main() {
  std::thread A(before), B(after);
  A.join();
  B.join();
  twice();
  return 0;
}
