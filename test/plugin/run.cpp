// A stock clang-tidy with the plugin says what heddle-tidy says, byte for byte.
// RUN: %clang_tidy --load=%plugin --config={} --checks='-*,heddle-*' %s -- -std=c++20 > %t.plugin
// RUN: FileCheck %s --input-file=%t.plugin
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=c++20 > %t.tidy
// RUN: diff %t.plugin %t.tidy

#include <pthread.h>

static int Counter;

static void *work(void *) {
  ++Counter;
  // CHECK: run.cpp:[[@LINE-1]]:{{[0-9]+}}: warning: {{.*}}'Counter'{{.*}} [heddle-unlocked-global]
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
