// A19: a virtual call or a call by a stored pointer reaches the functions that this file shows, and no others.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=c++20 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include <thread>

struct Job {
  virtual ~Job() = default;
  virtual void run() = 0;
};
static int Here;
int Elsewhere; // counted by a job of another file: missed

struct CountingJob : Job {
  void run() override {
    // CHECK: targets-in-sight.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: 'Here' is written
    ++Here;
  }
};

Job *next();

static void work() { next()->run(); }

int main() {
  std::thread Worker(work);
  // CHECK: targets-in-sight.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: 'Here' is written
  ++Here;
  ++Elsewhere;
  Worker.join();
}
