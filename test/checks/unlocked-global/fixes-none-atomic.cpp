// RUN: %check_heddle %s
// Uses that std::atomic does not have, or that a class does not go through: no fix.

#include <cstdio>
#include <thread>

static bool Failed;
static short Promoted;
static int Chosen;
static bool Toggled;
static int Referenced;
static int Source;
static int Target;
static int Stepped;
static char Letter;
static long Mixed;

static bool check() { return std::thread::hardware_concurrency() > 1; }
static void refer(int &Number) { Number = 1; }
// CHECK-MESSAGES: :[[@LINE-1]]:34: warning: 'Referenced' is written here without a lock while another thread can write it

static void *work(bool Condition) {
  Failed |= check();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Failed' is written here without a lock while another thread can write it
  Promoted = 1;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Promoted' is written here without a lock while another thread can write it
  std::printf("%d\n", Promoted);
  // CHECK-MESSAGES: :[[@LINE-1]]:23: warning: 'Promoted' is read here without a lock while another thread can write it
  Chosen = 2;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Chosen' is written here without a lock while another thread can write it
  int Number = 0;
  Number = Condition ? Chosen : 0;
  // CHECK-MESSAGES: :[[@LINE-1]]:24: warning: 'Chosen' is read here without a lock while another thread can write it
  Toggled = !Toggled;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Toggled' is written here without a lock while another thread can write it
  refer(++Referenced);
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'Referenced' is written here without a lock while another thread can write it
  Source = Number;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Source' is written here without a lock while another thread can write it
  Target = Source;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Target' is written here without a lock while another thread can write it
  // CHECK-MESSAGES: :[[@LINE-2]]:12: warning: 'Source' is read here without a lock while another thread can write it
  // The value of a step is used, a cast is written, and what is mixed in may become an atomic too.
  Number += Stepped++ + 2;
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: 'Stepped' is written here without a lock while another thread can write it
  Letter = 'a';
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Letter' is written here without a lock while another thread can write it
  long Wide = static_cast<long>(Letter) + Number;
  // CHECK-MESSAGES: :[[@LINE-1]]:33: warning: 'Letter' is read here without a lock while another thread can write it
  Mixed ^= Wide;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Mixed' is written here without a lock while another thread can write it
  return nullptr;
}

int main() {
  std::thread Worker(work, true);
  work(false);
  Worker.join();
  return 0;
}
