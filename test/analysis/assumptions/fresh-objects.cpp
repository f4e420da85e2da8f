// A16: a fresh object is its maker's until the function that made it stores it in a global.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=c++20 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include <thread>

struct Message {
  int Text = 0;
};
static Message *Box;

/// Keeps the message where the other thread finds it.
void hide(Message *);

static void work() {
  // CHECK: fresh-objects.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: 'Box
  ++Box->Text;
}

int main() {
  auto *Hidden = new Message;
  hide(Hidden);
  auto *Shared = new Message;
  Box = Shared;
  std::thread Worker(work);
  Hidden->Text = 1; // missed: it was given away
  // CHECK: fresh-objects.cpp:[[@LINE+1]]:{{[0-9]+}}: warning: 'Box
  Shared->Text = 1;
  Worker.join();
}
