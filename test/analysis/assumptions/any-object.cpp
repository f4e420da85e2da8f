// A15: in a library any two functions may run at once, and a member lock stands for that member of any object.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=c++20 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include <mutex>

struct Cache {
  std::mutex Mutex;
};
struct Store {
  std::mutex Mutex;
};

// A false alarm, should no cache and store ever meet in both orders.
void load(Cache &C, Store &S) {
  std::lock_guard First(C.Mutex);
  // CHECK: any-object.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}Mutex' is locked here while {{.*}}Mutex' is held
  std::lock_guard Second(S.Mutex);
}
void flush(Cache &C, Store &S) {
  std::lock_guard First(S.Mutex);
  // CHECK: any-object.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: {{.*}}Mutex' is locked here while {{.*}}Mutex' is held
  std::lock_guard Second(C.Mutex);
}
