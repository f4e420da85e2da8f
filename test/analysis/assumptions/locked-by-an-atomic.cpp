// A22: who changes an atomic from free to taken holds a lock until the atomic is set free; an atomic that was seen set
// hands over what was done before any of its stores.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=c++20 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include <atomic>
#include <thread>

static std::atomic<bool> Taken, Ready;
static int Guarded, Given, Free;

static void add() {
  while (Taken.exchange(true))
    ;
  ++Guarded;
  Taken = false;
  // CHECK: locked-by-an-atomic.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: 'Free' is written
  ++Free;
}

static void work() {
  Given = 1;
  Ready = true;
  add();
}

static void other() { Ready = true; }

int main() {
  std::thread One(work), Two(other);
  while (!Ready)
    ;
  int Seen = Given; // missed: perhaps the other thread set the flag
  add();
  One.join();
  Two.join();
  return Seen;
}
