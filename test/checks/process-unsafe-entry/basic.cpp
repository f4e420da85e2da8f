// Signal handlers of C++, and threads around main.
// RUN: %check_heddle %s

#include <csignal>
#include <iostream>
#include <thread>
#include <vector>

static std::vector<int> Seen;

static void onInterrupt(int Signal) {
  Seen.push_back(Signal);
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'Seen' is written here in signal handler 'onInterrupt' and read by what it interrupts: it is neither 'volatile sig_atomic_t' nor a lock-free atomic
  // CHECK-MESSAGES: :[[@LINE-2]]:8: warning: 'std::vector::push_back' is called here in signal handler 'onInterrupt': it is not async-signal-safe
}

static void onTerminate(int) {
  std::cout << Seen.size();
  // CHECK-MESSAGES: :[[@LINE-1]]:13: warning: 'std::basic_ostream::operator<<' is called here in signal handler 'onTerminate': it is not async-signal-safe
}

void install() {
  std::signal(SIGINT, onInterrupt);
  std::signal(SIGTERM, onTerminate);
}

static void poll() {}

static std::thread Poller(poll);
// CHECK-MESSAGES: :[[@LINE-1]]:20: warning: a thread is started here before main, and nobody joins it
