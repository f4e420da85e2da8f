// RUN: %check_heddle %s -std=c++17,c++20
// Two guards declared one after the other become one; other shapes are left to the reader.

#include <mutex>
#include <thread>

// Adjacent: fixed on both sides.
namespace bank {
static std::mutex Source, Target;
}
static void forth() {
  std::lock_guard<std::mutex> Outer(bank::Source);
  // CHECK-FIXES: std::scoped_lock Outer(bank::Source, bank::Target);
  std::lock_guard<std::mutex> Inner(bank::Target);
  // CHECK-MESSAGES: :[[@LINE-1]]:31: warning: 'Target' is locked here while 'Source' is held, but the opposite order is taken elsewhere
}
static void back() {
  std::scoped_lock Outer(bank::Target);
  // CHECK-FIXES: std::scoped_lock Outer(bank::Target, bank::Source);
  // Between the two is only a comment.
  std::scoped_lock Inner{bank::Source};
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'Source' is locked here while 'Target' is held, but the opposite order is taken elsewhere
}

// A statement between them: it would be locked too late.
static std::mutex Early, Late;
static int Count;
static void spread() {
  std::lock_guard Outer(Early);
  ++Count;
  std::lock_guard Inner(Late);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'Late' is locked here while 'Early' is held, but the opposite order is taken elsewhere
}
// Guards that may be unlocked on their own, or in another block.
static void movable() {
  std::unique_lock Outer(Late);
  std::unique_lock Inner(Early);
  // CHECK-MESSAGES: :[[@LINE-1]]:20: warning: 'Early' is locked here while 'Late' is held, but the opposite order is taken elsewhere
}

static std::mutex Wide, Narrow;
static void nested() {
  std::lock_guard Outer(Wide);
  {
    std::lock_guard Inner(Narrow);
    // CHECK-MESSAGES: :[[@LINE-1]]:21: warning: 'Narrow' is locked here while 'Wide' is held, but the opposite order is taken elsewhere
  }
}
static void manual() {
  Narrow.lock();
  Wide.lock();
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'Wide' is locked here while 'Narrow' is held, but the opposite order is taken elsewhere
  Wide.unlock();
  Narrow.unlock();
}

int main() {
  std::thread A(forth), B(back), C(spread), D(movable), E(nested), F(manual);
  for (std::thread *Each : {&A, &B, &C, &D, &E, &F})
    Each->join();
  return 0;
}
