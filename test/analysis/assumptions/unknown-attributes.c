// A20: a lock made with attributes that are not understood may be recursive.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=gnu17 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include <pthread.h>

static pthread_mutex_t Plain, Configured;
const pthread_mutexattr_t *attributes(void);

void prepare(void) {
  pthread_mutex_init(&Plain, NULL);
  pthread_mutex_init(&Configured, attributes());
}

void again(void) {
  pthread_mutex_lock(&Plain);
  // CHECK: unknown-attributes.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'Plain' is locked here by a thread that already holds it
  pthread_mutex_lock(&Plain);
  pthread_mutex_unlock(&Plain);
  pthread_mutex_unlock(&Plain);

  pthread_mutex_lock(&Configured);
  pthread_mutex_lock(&Configured); // missed, should the attributes be the usual ones
  pthread_mutex_unlock(&Configured);
  pthread_mutex_unlock(&Configured);
}
