// A24: a const member of a class from a system header reads its object, any other member writes it.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=c++20 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include <random>
#include <string>
#include <thread>

static std::string Name;
static std::minstd_rand Random;

static void work() {
  // CHECK: library-objects.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: 'Random' is written
  Random.discard(1);
  (void)Name.size();
}

int main() {
  std::thread One(work), Two(work);
  One.join();
  Two.join();
}
