// A10: two variables are two locks; a lock behind an unknown pointer may be any lock of its kind.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=c++20 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include <mutex>
#include <thread>

static std::mutex First, Second;
std::mutex *chosen();
static int Apart, Perhaps;

static void one() {
  {
    std::lock_guard Lock(First);
    // CHECK: locks-are-distinct.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: 'Apart' is written here under 'First', but elsewhere under 'Second'
    ++Apart;
  }
  std::lock_guard Lock(First);
  ++Perhaps;
}

static void two() {
  {
    std::lock_guard Lock(Second);
    // CHECK: locks-are-distinct.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: 'Apart' is written here under 'Second', but elsewhere under 'First'
    ++Apart;
  }
  std::lock_guard Lock(*chosen());
  ++Perhaps; // missed, should it be another lock than First
}

int main() {
  std::thread One(one), Two(two);
  One.join();
  Two.join();
}
