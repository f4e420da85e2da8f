// RUN: %check_heddle %s
// A file without main: that a place is used under a lock again and again shows that threads share it.

#include <stdlib.h>
#include <threads.h>

static mtx_t mutex;
static int balance;
static int limit;

void deposit(int amount) {
  mtx_lock(&mutex);
  balance += amount;
  mtx_unlock(&mutex);
}

void withdraw(int amount) {
  mtx_lock(&mutex);
  balance -= amount;
  mtx_unlock(&mutex);
}

void clear(void) {
  mtx_lock(&mutex);
  balance = 0;
  mtx_unlock(&mutex);
}

void reopen(int amount) {
  balance = amount;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'balance' is written here without 'mutex', which guards it elsewhere (inferred from its other uses)
  // CHECK-FIXES: mtx_lock(&mutex); balance = amount; mtx_unlock(&mutex);
}

void set_limit(int amount) {
  mtx_lock(&mutex);
  limit = amount;
  mtx_unlock(&mutex);
}

int current_limit(void) { return limit; }
// CHECK-MESSAGES: :[[@LINE-1]]:34: warning: 'limit' is read here without 'mutex', which guards it elsewhere (inferred from its other uses)

/* Double-checked locking. */
static int *lazy;
void make_lazy(void) {
  if (!lazy) {
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'lazy' is tested here without 'mutex' and then set under it: double-checked locking needs an atomic
    mtx_lock(&mutex);
    if (!lazy)
      lazy = malloc(sizeof *lazy);
    mtx_unlock(&mutex);
  }
}
