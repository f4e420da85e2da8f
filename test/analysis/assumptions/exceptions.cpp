// A12: a handler begins with the locks and threads of the beginning of its try block, and calls do not throw elsewhere.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=c++20 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include <mutex>
#include <thread>

void mayThrow();

static std::mutex Mutex;
static int Early, Inside;

static void work() {
  std::lock_guard Lock(Mutex);
  ++Early;
  ++Inside;
}

int main() {
  std::thread Worker(work);
  Mutex.lock();
  try {
    Mutex.unlock();
    mayThrow();
    // CHECK: exceptions.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: 'Early' is written here without 'Mutex'
    ++Early;
    Mutex.lock();
  } catch (...) {
    ++Inside; // missed: the lock was given back before the exception
  }
  Mutex.unlock();
  Worker.join();
}
