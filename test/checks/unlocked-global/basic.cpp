// RUN: %check_heddle %s
// Each message once, with its fix where there is one.

// CHECK-FIXES: #include <atomic>
#include <mutex>
#include <shared_mutex>
#include <thread>

static std::mutex First, Second;
static std::shared_mutex Readers;

static long Guarded;
static int Peeked;
static int Split;
static int SharedOnly;
static int Mixed;
static volatile int Ticks;
static bool Done;
// CHECK-FIXES: static std::atomic<bool> Done;
static unsigned Total;
// CHECK-FIXES: static std::atomic<unsigned> Total;

// The lock is held on the other side.
static void addGuarded() {
  std::lock_guard Lock(First);
  Guarded += 2;
  Peeked += 1;
}
static int breakGuard() {
  Guarded = 7;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Guarded' is written here without 'First', which guards it elsewhere
  // CHECK-FIXES: { std::scoped_lock Guard(First); Guarded = 7; }
  return Peeked;
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'Peeked' is read here without 'First', which guards it elsewhere
}

// Each side holds a lock of its own.
static void splitFirst() {
  std::lock_guard Lock(First);
  ++Split;
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'Split' is written here under 'First', but elsewhere under 'Second': no lock is common
}
static void splitSecond() {
  std::lock_guard Lock(Second);
  ++Split;
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'Split' is written here under 'Second', but elsewhere under 'First': no lock is common
}

// A reader's lock admits other readers, and this one writes.
static void writeAsReader() {
  std::shared_lock Lock(Readers);
  ++SharedOnly;
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'SharedOnly' is written here while 'Readers' is held for reading only
}

// Plain here, atomic there.
static void addAtomically() { __atomic_fetch_add(&Mixed, 1, __ATOMIC_SEQ_CST); }
static int readMixed() { return Mixed; }
// CHECK-MESSAGES: :[[@LINE-1]]:33: warning: 'Mixed' is read here by a plain access, but by atomic ones elsewhere
static void resetMixed() { Mixed = 0; }
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: 'Mixed' is written here by a plain access, but by atomic ones elsewhere

// No lock at all.
static void tick() { ++Ticks; }
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: 'Ticks' is volatile, not atomic: it is written here while another thread can write it
static void finish() { Done = true; }
// CHECK-MESSAGES: :[[@LINE-1]]:24: warning: 'Done' is a plain flag, not an atomic: it is written here while another thread can read it
static void waitUntilDone() {
  while (!Done)
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'Done' is a plain flag, not an atomic: it is read here while another thread can write it
    tick();
}
static void count() {
  Total += 3;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Total' is written here without a lock while another thread can write it
}

static void worker() {
  addGuarded();
  splitFirst();
  writeAsReader();
  addAtomically();
  tick();
  finish();
  count();
}

int main() {
  std::thread Worker(worker);
  breakGuard();
  splitSecond();
  writeAsReader();
  readMixed();
  resetMixed();
  waitUntilDone();
  count();
  Worker.join();
  return 0;
}
