// A23: with no thread in sight, the function that makes a lock has what the lock guards for itself.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=gnu17 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include <pthread.h>

static pthread_mutex_t Lock;
static int Used;

void prepare(void) {
  pthread_mutex_init(&Lock, NULL);
  Used = 0; // missed, should it run when others use the lock
}

void add(void) {
  pthread_mutex_lock(&Lock);
  ++Used;
  pthread_mutex_unlock(&Lock);
}

int look(void) {
  // CHECK: maker-of-the-lock.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'Used' is read here without 'Lock'
  return Used;
}
