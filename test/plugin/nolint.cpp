// clang-tidy's suppressions hold for heddle's checks.
// RUN: %clang_tidy --load=%plugin --config={} --checks='-*,heddle-*' %s -- -std=c++20 2>/dev/null | count 0
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=c++20 2>/dev/null | count 0

// With the comments taken out there is something to suppress.
// RUN: sed 's/NOLINT/nothing/' %s > %t.cpp
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %t.cpp -- -std=c++20 | FileCheck %s
// CHECK: 'OnLine'
// CHECK: 'OnNextLine'
// CHECK: 'InBlock'

#include <pthread.h>

static int OnLine, OnNextLine, InBlock;

static void *work(void *) {
  ++OnLine; // NOLINT(heddle-unlocked-global)
  // NOLINTNEXTLINE(heddle-*)
  ++OnNextLine;
  // NOLINTBEGIN(heddle-unlocked-global)
  ++InBlock;
  // NOLINTEND(heddle-unlocked-global)
  return nullptr;
}

int main() {
  pthread_t One, Two;
  pthread_create(&One, nullptr, work, nullptr);
  pthread_create(&Two, nullptr, work, nullptr);
  pthread_join(One, nullptr);
  pthread_join(Two, nullptr);
  return 0;
}
