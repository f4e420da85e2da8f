// A28: a function without a body whose name says that it locks holds a lock until one whose name says that it unlocks.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=gnu17 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include <pthread.h>

void table_lock(void);
void table_unlock(void);
void list_lock(int Number);
void list_leave(int Number);
void clock_tick(void);
void lock_init(void);

static int Guarded, Late, Other, Ticks, Started;

static void *work(void *Unused) {
  table_lock();
  ++Guarded;
  table_unlock();
  // CHECK: named-locking.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'Late' is written
  ++Late;
  list_lock(*(int *)Unused);
  ++Other; // missed, should the two threads take two locks
  list_leave(*(int *)Unused);
  clock_tick();
  // CHECK: named-locking.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'Ticks' is written
  ++Ticks;
  lock_init();
  // CHECK: named-locking.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'Started' is written
  ++Started;
  return Unused;
}

int main(void) {
  pthread_t A, B;
  int First = 1, Second = 2;
  pthread_create(&A, NULL, work, &First);
  pthread_create(&B, NULL, work, &Second);
  pthread_join(A, NULL);
  pthread_join(B, NULL);
  return 0;
}
