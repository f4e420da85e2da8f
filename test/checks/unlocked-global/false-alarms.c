// RUN: %check_heddle %s
// Today's wrong answers: warnings about what is sound. Whoever repairs one moves the case to silent.c.

#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>

/* Indices that are computed from different constants count as possibly the same. */
static int slots[4];
static void *owner(void *arg) {
  *(int *)arg = 1;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'slots[0]' is written here without a lock while another thread can write it
  return arg;
}
static void neighbours(int from) {
  pthread_t a, b;
  pthread_create(&a, NULL, owner, &slots[from]);
  pthread_create(&b, NULL, owner, &slots[from + 1]);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
}

/* The last one to let go is known by the old value, one, not by zero. */
static atomic_int references = 2;
static int last_one;
// CHECK-FIXES: static _Atomic int last_one;
static void *release(void *arg) {
  if (atomic_fetch_sub(&references, 1) == 1)
    ++last_one;
    // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: 'last_one' is written here without a lock while another thread can write it
  return arg;
}

/* Fences order relaxed operations; they are not modelled. */
static atomic_int fenced;
static int by_fence;
// CHECK-FIXES: static _Atomic int by_fence;
static void *produce(void *arg) {
  by_fence = 1;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'by_fence' is written here without a lock while another thread can write it
  atomic_thread_fence(memory_order_release);
  atomic_store_explicit(&fenced, 1, memory_order_relaxed);
  return arg;
}
static void *consume(void *arg) {
  while (!atomic_load_explicit(&fenced, memory_order_relaxed))
    ;
  atomic_thread_fence(memory_order_acquire);
  by_fence += 2;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'by_fence' is written here without a lock while another thread can write it
  return arg;
}

static void both(void *(*first)(void *), void *(*second)(void *)) {
  pthread_t a, b;
  pthread_create(&a, NULL, first, NULL);
  pthread_create(&b, NULL, second, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
}

int main(void) {
  neighbours(0);
  both(release, release);
  both(produce, consume);
  return 0;
}
