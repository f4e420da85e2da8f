// Two orders of two locks, then a race.
#include "threads.h"
#include <mutex>

static std::mutex C, D;
static void forth() {
  std::lock_guard Outer(C);
  std::lock_guard Inner(D);
}
static void back() {
  std::lock_guard Outer(D);
  std::lock_guard Inner(C);
}
static int Late;
static void add() { ++Late; }

void both() {
  runTwo(forth, back);
  runTwo(add, add);
}
