// RUN: %check_heddle %s -std=c11,gnu17
// Every use allows an atomic, so the variable becomes one; the lock that the others take is taken.

#include <pthread.h>
#include <stdio.h>
#include <threads.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static mtx_t standard;

static int counter = 0;
// CHECK-FIXES: static _Atomic int counter = 0;
static unsigned long bytes;
// CHECK-FIXES: static _Atomic unsigned long bytes;
static _Bool stop;
// CHECK-FIXES: static _Atomic _Bool stop;
static short small;
// CHECK-FIXES: static _Atomic short small;

static int account;
static int table[4];
static int shared;

static int use(void) {
  ++counter;
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'counter' is written here without a lock while another thread can write it
  counter -= 3;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'counter' is written here without a lock while another thread can write it
  int copy = counter;
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'counter' is read here without a lock while another thread can write it
  bytes |= 1ul;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'bytes' is written here without a lock while another thread can write it
  while (!stop)
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'stop' is a plain flag, not an atomic: it is read here while another thread can write it
    stop = 1;
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'stop' is written here without a lock while another thread can write it
  small = 2;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'small' is written here without a lock while another thread can write it
  printf("%d %d\n", copy, small);
  // CHECK-MESSAGES: :[[@LINE-1]]:27: warning: 'small' is read here without a lock while another thread can write it
  return counter;
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'counter' is read here without a lock while another thread can write it
}

static void add(void) {
  pthread_mutex_lock(&mutex);
  ++account;
  ++table[1];
  pthread_mutex_unlock(&mutex);
  mtx_lock(&standard);
  ++shared;
  mtx_unlock(&standard);
}

static void *work(void *arg) {
  add();
  use();
  return arg;
}

int main(void) {
  pthread_t worker;
  mtx_init(&standard, mtx_plain);
  pthread_create(&worker, 0, work, 0);
  work(0);
  account = 3;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'account' is written here without 'mutex', which guards it elsewhere
  // CHECK-FIXES: pthread_mutex_lock(&mutex); account = 3; pthread_mutex_unlock(&mutex);
  table[1] = 6;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'table[1]' is written here without 'mutex', which guards it elsewhere
  // CHECK-FIXES: pthread_mutex_lock(&mutex); table[1] = 6; pthread_mutex_unlock(&mutex);
  shared = 5;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'shared' is written here without 'standard', which guards it elsewhere
  // CHECK-FIXES: mtx_lock(&standard); shared = 5; mtx_unlock(&standard);
  pthread_join(worker, 0);
  return 0;
}
