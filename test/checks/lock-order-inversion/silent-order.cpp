// RUN: %check_heddle %s
// Orders of which the second comes after the first, and a lock that is not held after all.

#include <atomic>
#include <mutex>
#include <thread>

// The second thread waits until the first has given both back.
static std::mutex First, Second;
static std::atomic<bool> Go;

static void before() {
  {
    std::lock_guard Outer(First);
    std::lock_guard Inner(Second);
  }
  Go = true;
}

static void after() {
  while (!Go)
    ;
  Second.lock();
  First.lock();
  First.unlock();
  Second.unlock();
}

// A guard that is a member of a class without a destructor of its own gives its lock back with its object.
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
  ++Value;
}

int main() {
  std::thread A(before), B(after);
  A.join();
  B.join();
  twice();
  return 0;
}
