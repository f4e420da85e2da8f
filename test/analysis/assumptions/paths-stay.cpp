// A2: a path through fields and pointers leads to the same object at the lock and at the access.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=c++20 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include <mutex>
#include <thread>

struct Table {
  std::mutex Mutex;
  int Entries = 0;
};
static Table First, Second;
static Table *Current = &First;

static void exchange() {
  // CHECK: paths-stay.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: 'Current' is written
  Current = &Second;
}

static void work() {
  // CHECK: paths-stay.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: 'Current' is read
  std::lock_guard Lock(Current->Mutex);
  ++Current->Entries; // missed: perhaps another table than the one that is locked
}

int main() {
  std::thread One(work), Two(work);
  exchange();
  One.join();
  Two.join();
}
