// RUN: %check_heddle %s
// Locks of two arguments: another call may exchange them.

#include <mutex>

struct Account {
  std::mutex Mutex;
  long Balance;
  void takeFrom(Account &Other, long Amount);
};

void transfer(Account &From, Account &To, long Amount) {
  std::lock_guard Source(From.Mutex);
  std::lock_guard Target(To.Mutex);
  // CHECK-MESSAGES: :[[@LINE-1]]:19: warning: 'To.Mutex' is locked here while 'From.Mutex' is held; a call with the objects exchanged locks them in the opposite order
  From.Balance -= Amount;
  To.Balance += Amount;
}

void Account::takeFrom(Account &Other, long Amount) {
  Mutex.lock();
  Other.Mutex.lock();
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'Other.Mutex' is locked here while 'Mutex' is held; a call with the objects exchanged locks them in the opposite order
  Other.Balance -= Amount;
  Balance += Amount;
  Other.Mutex.unlock();
  Mutex.unlock();
}
