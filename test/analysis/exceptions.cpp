// RUN: %heddle facts %s -- -std=c++20 | FileCheck %s --implicit-check-not="held {"
// A handler is entered with the locks that were held before the try block; guards are gone.

#include <exception>
#include <mutex>
#include <stdexcept>

static std::mutex A, B;
static int X;
void mayThrow();

void guardInside() {
  try {
    std::lock_guard Guard(A);
    mayThrow();
    X = 1; // point: guard-inside
    // CHECK: guard-inside: held {A} dropped {} running {}
  } catch (const std::exception &) {
    X = 2; // point: guard-inside-handler
    // CHECK: guard-inside-handler: held {} dropped {} running {}
  }
  X = 3; // point: guard-inside-after
  // CHECK: guard-inside-after: held {} dropped {} running {}
}

void guardOutside() {
  std::lock_guard Guard(A);
  try {
    std::lock_guard Inner(B);
    mayThrow();
  } catch (...) {
    X = 1; // point: guard-outside-handler
    // CHECK: guard-outside-handler: held {A} dropped {} running {}
    throw;
  }
  X = 2; // point: guard-outside-after
  // CHECK: guard-outside-after: held {A} dropped {} running {}
}

void thrown(int N) {
  A.lock();
  if (N < 0) {
    A.unlock();
    throw std::runtime_error("negative");
  }
  X = 1; // point: thrown-not
  // CHECK: thrown-not: held {A} dropped {} running {}
  A.unlock();
}

void neverReturns() {
  A.lock();
  std::terminate();
  X = 1; // point: never
  // CHECK: never: not reached
}

int main() { return 0; }
// CHECK: thread main
