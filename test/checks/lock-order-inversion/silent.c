// RUN: %check_heddle %s
// Orders that cannot block anyone.

#include <pthread.h>

#define MUTEX(NAME) static pthread_mutex_t NAME = PTHREAD_MUTEX_INITIALIZER

/* The same order everywhere. */
MUTEX(a);
MUTEX(b);
static void *same(void *arg) {
  pthread_mutex_lock(&a);
  pthread_mutex_lock(&b);
  pthread_mutex_unlock(&b);
  pthread_mutex_unlock(&a);
  return arg;
}

/* Given back before the other is taken. */
MUTEX(early);
MUTEX(late);
static void *early_late(void *arg) {
  pthread_mutex_lock(&early);
  pthread_mutex_unlock(&early);
  pthread_mutex_lock(&late);
  pthread_mutex_unlock(&late);
  return arg;
}
static void *late_early(void *arg) {
  pthread_mutex_lock(&late);
  pthread_mutex_unlock(&late);
  pthread_mutex_lock(&early);
  pthread_mutex_unlock(&early);
  return arg;
}

/* Never waited for. */
MUTEX(tried);
MUTEX(held);
static void *try_inner(void *arg) {
  pthread_mutex_lock(&held);
  if (pthread_mutex_trylock(&tried) == 0)
    pthread_mutex_unlock(&tried);
  pthread_mutex_unlock(&held);
  return arg;
}
static void *lock_inner(void *arg) {
  pthread_mutex_lock(&tried);
  pthread_mutex_lock(&held);
  pthread_mutex_unlock(&held);
  pthread_mutex_unlock(&tried);
  return arg;
}

/* Readers do not wait for readers. */
static pthread_rwlock_t read1 = PTHREAD_RWLOCK_INITIALIZER, read2 = PTHREAD_RWLOCK_INITIALIZER;
static void *read_forth(void *arg) {
  pthread_rwlock_rdlock(&read1);
  pthread_rwlock_rdlock(&read2);
  pthread_rwlock_unlock(&read2);
  pthread_rwlock_unlock(&read1);
  return arg;
}
static void *read_back(void *arg) {
  pthread_rwlock_rdlock(&read2);
  pthread_rwlock_rdlock(&read1);
  pthread_rwlock_unlock(&read1);
  pthread_rwlock_unlock(&read2);
  return arg;
}

/* Made to be taken twice. */
static pthread_mutex_t recursive;
static void twice(void) {
  pthread_mutexattr_t kind;
  pthread_mutexattr_init(&kind);
  pthread_mutexattr_settype(&kind, PTHREAD_MUTEX_RECURSIVE);
  pthread_mutex_init(&recursive, &kind);
  pthread_mutex_lock(&recursive);
  pthread_mutex_lock(&recursive);
  pthread_mutex_unlock(&recursive);
  pthread_mutex_unlock(&recursive);
}

/* Before the threads start. */
MUTEX(alone);
static void alone_back(void) {
  pthread_mutex_lock(&b);
  pthread_mutex_lock(&alone);
  pthread_mutex_unlock(&alone);
  pthread_mutex_unlock(&b);
}
static void *alone_forth(void *arg) {
  pthread_mutex_lock(&alone);
  pthread_mutex_lock(&b);
  pthread_mutex_unlock(&b);
  pthread_mutex_unlock(&alone);
  return arg;
}

int main(void) {
  pthread_t t[8];
  alone_back();
  twice();
  pthread_create(&t[0], 0, same, 0);
  pthread_create(&t[1], 0, early_late, 0);
  pthread_create(&t[2], 0, late_early, 0);
  pthread_create(&t[3], 0, try_inner, 0);
  pthread_create(&t[4], 0, lock_inner, 0);
  pthread_create(&t[5], 0, read_forth, 0);
  pthread_create(&t[6], 0, read_back, 0);
  pthread_create(&t[7], 0, alone_forth, 0);
  for (int i = 0; i < 8; ++i)
    pthread_join(t[i], 0);
  return 0;
}
