// Only two orders of two locks.
#include "threads.h"
#include <mutex>

static std::mutex A, B;
static void forth() {
  std::lock_guard Outer(A);
  std::lock_guard Inner(B);
}
static void back() {
  std::lock_guard Outer(B);
  std::lock_guard Inner(A);
}

void order() { runTwo(forth, back); }
