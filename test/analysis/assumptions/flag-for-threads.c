// A8: a global flag that decides whether a lock is taken says whether there are threads.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=gnu17 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include <pthread.h>

static pthread_mutex_t Lock = PTHREAD_MUTEX_INITIALIZER;
int Threaded;
static int Used;

void take(void) {
  pthread_mutex_lock(&Lock);
  ++Used;
  pthread_mutex_unlock(&Lock);
}

void give(void) {
  pthread_mutex_lock(&Lock);
  --Used;
  pthread_mutex_unlock(&Lock);
}

void clear(void) {
  pthread_mutex_lock(&Lock);
  Used = 0;
  pthread_mutex_unlock(&Lock);
}

void add(int Number) {
  if (Threaded)
    pthread_mutex_lock(&Lock);
  Used += Number; // missed, should the flag be clear although there are threads
  if (Threaded)
    pthread_mutex_unlock(&Lock);
}

void set(int Number) {
  // CHECK: flag-for-threads.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'Used' is written here without 'Lock'
  Used = Number;
}
