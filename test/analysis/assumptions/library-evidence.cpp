// A14: where no thread is in sight, a place is shared if a lock is held in enough of the functions that use it.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=c++20 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include <mutex>

static std::mutex Mutex;
static int Often, Seldom;

void add() {
  std::lock_guard Lock(Mutex);
  ++Often;
  ++Seldom;
}
void take() {
  std::lock_guard Lock(Mutex);
  --Often;
  --Seldom;
}
void clear() {
  std::lock_guard Lock(Mutex);
  Often = 0;
}
void set(int Value) {
  // CHECK: library-evidence.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: 'Often' is written here without 'Mutex', which guards it elsewhere (inferred from its other uses)
  Often = Value;
}
void setSeldom(int Value) {
  Seldom = Value; // silent: two functions that lock are no evidence against a write
}
int get() {
  // CHECK: library-evidence.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: 'Seldom' is read here without 'Mutex'
  return Seldom;
}
