// RUN: %check_heddle %s
// The notes tell both sides: the calls that lead there, the locks held, and where the threads start.

// CHECK-FIXES: #include <atomic>
#include <mutex>
#include <thread>

static std::mutex Mutex, Second;

// Two threads, neither of them the main one.
static long Total;
static void addOne() { ++Total; }
static void addMany() {
  std::scoped_lock Lock(Mutex, Second);
  addOne();
}
static void addAlone() { Total += 3; }
// CHECK-MESSAGES: :[[@LINE-1]]:26: warning: 'Total' is written here without 'Mutex', which guards it elsewhere
// CHECK-NOTES: :[[@LINE+7]]:26: note: reached through this call of 'addAlone'
// CHECK-NOTES: :[[@LINE-8]]:26: note: the other write is here, in thread 'locked', holding 'Mutex', 'Second'
// CHECK-NOTES: :[[@LINE+6]]:24: note: reached through this call of 'addMany'
// CHECK-NOTES: :[[@LINE-7]]:3: note: reached through this call of 'addOne'
// CHECK-NOTES: :[[@LINE+26]]:15: note: thread 'unlocked' is started here
// CHECK-NOTES: :[[@LINE+25]]:28: note: thread 'locked' is started here
// CHECK-FIXES: static void addAlone() { { std::scoped_lock Guard(Mutex); Total += 3; } }
static void unlocked() { addAlone(); }
static void locked() { addMany(); }

// Several threads of one start, and a lambda without a name.
static int Shared;
// CHECK-FIXES: static std::atomic<int> Shared;
static void increment() {
  ++Shared;
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'Shared' is written here without a lock while another thread can write it
  // CHECK-NOTES: :[[@LINE-2]]:5: note: the other write is here, in threads of 'increment', with no lock
  // CHECK-NOTES: :[[@LINE+5]]:12: note: threads of 'increment' are started here
}
static void everyone() {
  std::thread Threads[3];
  for (auto &Each : Threads)
    Each = std::thread(increment);
  for (auto &Each : Threads)
    Each.join();
}
static int Anonymous;
// CHECK-FIXES: static std::atomic<int> Anonymous;

int main() {
  std::thread A(unlocked), B(locked);
  A.join();
  B.join();
  everyone();
  std::thread C([] {
    Anonymous = 1;
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'Anonymous' is written here without a lock while another thread can write it
    // CHECK-NOTES: :[[@LINE+3]]:3: note: the other write is here, in the main thread, with no lock
    // CHECK-NOTES: :[[@LINE-4]]:15: note: another thread is started here
  });
  Anonymous = 2;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Anonymous' is written here without a lock while another thread can write it
  // CHECK-NOTES: :[[@LINE-7]]:5: note: the other write is here, in another thread, with no lock
  // CHECK-NOTES: :[[@LINE-9]]:15: note: another thread is started here
  C.join();
  return 0;
}
