// A7: a join that a stored flag guards is taken whenever the thread was started.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=gnu17 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include <pthread.h>

static pthread_t Worker;
static int Running;
static int Early, Late;

static void *work(void *Unused) {
  // CHECK: joins-behind-a-flag.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'Early' is written
  ++Early;
  ++Late;
  return Unused;
}

int main(int Count, char **Arguments) {
  (void)Arguments;
  pthread_create(&Worker, NULL, work, NULL);
  Running = Count; // not always set when the thread runs
  // CHECK: joins-behind-a-flag.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'Early' is read
  int Seen = Early;
  if (Running)
    pthread_join(Worker, NULL);
  return Seen + Late; // missed, should the flag be clear
}
