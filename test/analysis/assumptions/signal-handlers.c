// A21: a signal handler is no thread; what a library calls from a thread of its own runs in parallel with nothing.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=gnu17 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include <pthread.h>
#include <signal.h>

static int Caught, Counted;

static void handle(int Signal) {
  // CHECK: signal-handlers.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'Caught' is written here in signal handler
  Caught = Signal;
}

static void *work(void *Unused) {
  // CHECK: signal-handlers.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'Counted' is written
  ++Counted;
  return Unused;
}

int main(void) {
  signal(SIGINT, handle);
  pthread_t Worker;
  pthread_create(&Worker, NULL, work, NULL);
  // CHECK: signal-handlers.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'Counted' is read
  int Seen = Caught + Counted;
  pthread_join(Worker, NULL);
  return Seen;
}
