// RUN: %check_heddle %s
// A fix that would change what the program means, or that would not compile, is not offered.

#include <algorithm>
#include <cstdio>
#include <mutex>
#include <string>
#include <thread>

static std::mutex Mutex;

// Not one step, or not an operation of std::atomic.
static int Doubled;
static int Recomputed;
static int Addressed;
static int Bound;
static int Passed;
static int Deduced;
// Not a plain integer that only this file knows.
static double Ratio;
static std::string Text;
static int Pair, Other;
int Exported;
static volatile int Flag;
enum class Colour { Red, Green };
static Colour Paint;

static int use() {
  Doubled *= 2;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Doubled' is written here without a lock while another thread can write it
  Recomputed = Recomputed + 1;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Recomputed' is written here without a lock while another thread can write it
  int *Address = &Addressed;
  *Address = 1;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Addressed' is written here without a lock while another thread can write it
  Bound = std::max(Bound, 3);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Bound' is written here without a lock while another thread can write it
  Passed = 4;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Passed' is written here without a lock while another thread can write it
  std::printf("%d\n", Passed);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: 'Passed' is read here without a lock while another thread can write it
  Deduced = 5;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Deduced' is written here without a lock while another thread can write it
  auto Copy = Deduced;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'Deduced' is read here without a lock while another thread can write it
  Ratio = 0.5;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Ratio' is written here without a lock while another thread can write it
  Text = "red";
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'Text' is written here without a lock while another thread can write it
  Pair = Other;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Pair' is written here without a lock while another thread can write it
  Exported = Copy;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Exported' is written here without a lock while another thread can write it
  Flag = 1;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Flag' is volatile, not atomic: it is written here while another thread can write it
  Paint = Colour::Green;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Paint' is written here without a lock while another thread can write it
  return Copy;
}

// The lock is not taken around a call, nor around a part of a statement.
static int Called;
static int Declared;
static int Returned;
static int Chosen;
static int next() { return 1; }
static void add() {
  std::lock_guard Lock(Mutex);
  ++Called;
  ++Declared;
  ++Returned;
  ++Chosen;
}
static int unlocked(bool Condition) {
  Called = next();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Called' is written here without 'Mutex', which guards it elsewhere
  int Local = Declared;
  // CHECK-MESSAGES: :[[@LINE-1]]:15: warning: 'Declared' is read here without 'Mutex', which guards it elsewhere
  if (Condition)
    Chosen = 3;
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'Chosen' is written here without 'Mutex', which guards it elsewhere
  return Returned + Local;
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'Returned' is read here without 'Mutex', which guards it elsewhere
}

static int work() {
  add();
  return use();
}

int main(int Count, char **) {
  std::thread Worker(work);
  work();
  unlocked(Count > 1);
  Worker.join();
  return 0;
}
