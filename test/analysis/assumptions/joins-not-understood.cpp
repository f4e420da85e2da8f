// A3: a join of a thread that cannot be named counts as a join of every thread that it may be.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=c++20 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include <thread>

static int Early, Late;

static void work() {
  // CHECK: joins-not-understood.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: 'Early' is written
  ++Early;
  ++Late;
}

static void start(std::thread *Threads) { Threads[0] = std::thread(work); }

int main(int Count, char **) {
  std::thread Threads[4];
  start(Threads);
  // CHECK: joins-not-understood.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: 'Early' is read
  int Seen = Early;
  Threads[Count].join();
  return Seen + Late; // missed: perhaps the thread of another element was joined
}
