// A18: a join with a time limit has joined.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=gnu17 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#define _GNU_SOURCE
#include <pthread.h>
#include <time.h>

static int Early, Late;

static void *work(void *Unused) {
  // CHECK: timed-joins.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'Early' is written
  ++Early;
  ++Late;
  return Unused;
}

int main(void) {
  pthread_t Worker;
  struct timespec Limit = {1, 0};
  pthread_create(&Worker, NULL, work, NULL);
  // CHECK: timed-joins.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'Early' is read
  int Seen = Early;
  pthread_timedjoin_np(Worker, NULL, &Limit);
  return Seen + Late; // missed, should the time have run out
}
