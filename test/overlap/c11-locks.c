// The same with C11's locks.
// RUN: %overlap %s --checks=clang-analyzer-alpha.core.C11Lock

#include <threads.h>

static mtx_t Self, Own;

static int twice(void *Unused) {
  (void)Unused;
  mtx_lock(&Self);
  mtx_lock(&Self); // REPORTS: clang-analyzer-alpha.core.C11Lock, heddle-lock-order-inversion
  return 0;
}

static int unlocksTwice(void *Unused) {
  (void)Unused;
  mtx_lock(&Own);
  mtx_unlock(&Own);
  mtx_unlock(&Own); // REPORTS: clang-analyzer-alpha.core.C11Lock
  return 0;
}

int main(void) {
  thrd_t One, Two;
  mtx_init(&Self, mtx_plain);
  mtx_init(&Own, mtx_plain);
  thrd_create(&One, twice, NULL);
  thrd_create(&Two, unlocksTwice, NULL);
  thrd_join(One, NULL);
  thrd_join(Two, NULL);
}
