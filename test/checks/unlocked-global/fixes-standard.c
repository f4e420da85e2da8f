// RUN: %check_heddle %s -std=c11,gnu17 --check-suffix=NEW
// RUN: %check_heddle %s -std=c99,gnu99 --check-suffix=OLD
// Before C11 there is no _Atomic.

#include <pthread.h>

static int counter = 0;
// CHECK-FIXES-NEW: static _Atomic int counter = 0;

static void *work(void *arg) {
  ++counter;
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'counter' is written here without a lock while another thread can write it
  return arg;
}

int main(void) {
  pthread_t worker;
  pthread_create(&worker, 0, work, 0);
  ++counter;
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'counter' is written here without a lock while another thread can write it
  pthread_join(worker, 0);
  return 0;
}
