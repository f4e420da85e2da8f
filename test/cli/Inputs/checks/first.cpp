#include <mutex>
#include <thread>

// A race, then two orders of two locks.
static int Racing;
static void race() { ++Racing; }

static std::mutex A, B;
static void forth() {
  std::lock_guard Outer(A);
  std::lock_guard Inner(B);
}
static void back() {
  std::lock_guard Outer(B);
  std::lock_guard Inner(A);
}

void first() {
  std::thread One(race), Two(race), Three(forth), Four(back);
  One.join();
  Two.join();
  Three.join();
  Four.join();
}
