// A6: a hand-over orders what was done before it, whoever else may have made it.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=gnu17 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include <pthread.h>
#include <semaphore.h>

static sem_t Done;
static int Before, After;

static void *work(void *Unused) {
  ++Before;
  sem_post(&Done);
  // CHECK: hand-overs.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'After' is written
  ++After;
  return Unused;
}

static void *other(void *Unused) {
  sem_post(&Done);
  return Unused;
}

int main(void) {
  pthread_t One, Two;
  sem_init(&Done, 0, 0);
  pthread_create(&One, NULL, work, NULL);
  pthread_create(&Two, NULL, other, NULL);
  sem_wait(&Done);
  int Seen = Before; // missed: it may have been the other thread that posted
  // CHECK: hand-overs.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'After' is read
  Seen += After;
  pthread_join(One, NULL);
  pthread_join(Two, NULL);
  return Seen;
}
