// A13: initialisers before main run in parallel with nothing but the threads that they start themselves.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=c++20 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include <thread>

static int Early, Late;

static void work() {
  ++Early;
  // CHECK: before-main.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: 'Late' is written
  ++Late;
}

struct Starter {
  Starter() : Thread(work) {}
  ~Starter() { Thread.join(); }
  std::thread Thread;
};
struct Writer {
  Writer() { ++Early; } // missed: the thread is running
};

static Starter First;
static Writer Second;

int main() {
  // CHECK: before-main.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: 'Late' is read
  return Late;
}
