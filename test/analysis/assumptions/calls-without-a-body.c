// A1: a call without a body touches nothing that it was not given.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=gnu17 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include <pthread.h>
#include <string.h>

int Hidden;
static char Shown[8];

/// Changes Hidden, in another file.
void change(void);

static void *work(void *Unused) {
  change();
  // CHECK: calls-without-a-body.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'Shown' is written
  memset(Shown, 'x', 7);
  return Unused;
}

int main(void) {
  pthread_t Worker;
  pthread_create(&Worker, NULL, work, NULL);
  int Seen = Hidden; // missed: nothing here shows the other side
  // CHECK: calls-without-a-body.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'Shown[0]' is read
  Seen += Shown[0];
  pthread_join(Worker, NULL);
  return Seen;
}
