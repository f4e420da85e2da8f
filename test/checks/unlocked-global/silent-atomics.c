// RUN: %check_heddle %s
// Elements apart, the last one to let go of an object, and fences.

#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>

/* Indices that are computed from different constants are different. */
static int slots[4];
static void *owner(void *arg) {
  *(int *)arg = 1;
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
static void *release(void *arg) {
  if (atomic_fetch_sub(&references, 1) == 1)
    ++last_one;
  return arg;
}

/* Fences order relaxed operations; what is before the one comes before what is after the other. */
static atomic_int fenced;
static int by_fence;
static void *produce(void *arg) {
  by_fence = 1;
  atomic_thread_fence(memory_order_release);
  atomic_store_explicit(&fenced, 1, memory_order_relaxed);
  return arg;
}
static void *consume(void *arg) {
  while (!atomic_load_explicit(&fenced, memory_order_relaxed))
    ;
  atomic_thread_fence(memory_order_acquire);
  by_fence += 2;
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
