// RUN: %check_heddle %s -std=c++17,c++20
// Every use allows an atomic, so the variable becomes one; the lock that the others take is taken.

// CHECK-FIXES: #include <atomic>
#include <mutex>
#include <thread>

namespace bank {
std::mutex Mutex;
}
static std::recursive_mutex Deep;

static int Counter = 0;
// CHECK-FIXES: static std::atomic<int> Counter = 0;
static unsigned long Bytes{8};
// CHECK-FIXES: static std::atomic<unsigned long> Bytes{8};
static bool Stop;
// CHECK-FIXES: static std::atomic<bool> Stop;
static char Letter;
// CHECK-FIXES: static std::atomic<char> Letter;
namespace {
long Hidden;
// CHECK-FIXES: std::atomic<long> Hidden;
}

static int Account;
static int Nested;
static int Table[4];

// Steps, stores, operators and reads: all that std::atomic has.
static int use() {
  ++Counter;
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'Counter' is written here without a lock while another thread can write it
  Counter -= 3;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Counter' is written here without a lock while another thread can write it
  if (Counter == 7)
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'Counter' is read here without a lock while another thread can write it
    Counter = 1;
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'Counter' is written here without a lock while another thread can write it
  Counter++;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Counter' is written here without a lock while another thread can write it
  Bytes += 16;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Bytes' is written here without a lock while another thread can write it
  Bytes |= 1ul;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Bytes' is written here without a lock while another thread can write it
  Letter = 'a';
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Letter' is written here without a lock while another thread can write it
  long Wide = Letter + 1;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'Letter' is read here without a lock while another thread can write it
  Hidden ^= Wide + 1;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Hidden' is written here without a lock while another thread can write it
  while (!Stop)
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'Stop' is a plain flag, not an atomic: it is read here while another thread can write it
    Stop = true;
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'Stop' is written here without a lock while another thread can write it
  static int Calls = 0;
  // CHECK-FIXES: static std::atomic<int> Calls = 0;
  ++Calls;
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'Calls' is written here without a lock while another thread can write it
  return 0;
}

// The other side's lock: as a whole statement that calls nothing.
static void add() {
  {
    std::lock_guard Lock(bank::Mutex);
    ++Account;
    ++Table[1];
  }
  std::lock_guard Lock(Deep);
  ++Nested;
}

static int work() {
  add();
  return use();
}

int main() {
  std::thread Worker(work);
  work();
  Account = 3;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Account' is written here without 'Mutex', which guards it elsewhere
  // CHECK-FIXES: { std::scoped_lock Guard(bank::Mutex); Account = 3; }
  Nested += 5;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Nested' is written here without 'Deep', which guards it elsewhere
  // CHECK-FIXES: { std::scoped_lock Guard(Deep); Nested += 5; }
  Table[1] = 6;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Table[1]' is written here without 'Mutex', which guards it elsewhere
  // CHECK-FIXES: { std::scoped_lock Guard(bank::Mutex); Table[1] = 6; }
  Worker.join();
  return 0;
}
