// A4: a wait or join in a loop's body has happened when the loop is left.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=gnu17 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include <pthread.h>

static pthread_t Worker;
static int Early, Late;

static void *work(void *Unused) {
  // CHECK: loops-are-entered.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'Early' is written
  ++Early;
  ++Late;
  return Unused;
}

int main(int Count, char **Arguments) {
  (void)Arguments;
  pthread_create(&Worker, NULL, work, NULL);
  // CHECK: loops-are-entered.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'Early' is read
  int Seen = Early;
  for (int I = 1; I < Count; ++I)
    pthread_join(Worker, NULL);
  return Seen + Late; // missed, should the loop run no round at all
}
