// RUN: %check_heddle %s
// A file without main: that a place is used under a lock again and again shows that threads share it.

#include <mutex>

static std::mutex Mutex;
static int Balance;
static int Limit;

void deposit(int Amount) {
  std::lock_guard Lock(Mutex);
  Balance += Amount;
}

void withdraw(int Amount) {
  std::lock_guard Lock(Mutex);
  Balance -= Amount;
}

void clear() {
  std::lock_guard Lock(Mutex);
  Balance = 0;
}

void reopen(int Amount) {
  Balance = Amount;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Balance' is written here without 'Mutex', which guards it elsewhere (inferred from its other uses)
  // CHECK-FIXES: { std::scoped_lock Guard(Mutex); Balance = Amount; }
}

void setLimit(int Amount) {
  std::lock_guard Lock(Mutex);
  Limit = Amount;
}

int limit() { return Limit; }
// CHECK-MESSAGES: :[[@LINE-1]]:22: warning: 'Limit' is read here without 'Mutex', which guards it elsewhere (inferred from its other uses)

// Double-checked locking.
static int *Lazy;
void makeLazy() {
  if (!Lazy) {
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'Lazy' is tested here without 'Mutex' and then set under it: double-checked locking needs an atomic
    std::lock_guard Lock(Mutex);
    if (!Lazy)
      Lazy = new int(1);
  }
}
