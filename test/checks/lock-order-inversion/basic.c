// RUN: %check_heddle %s
// Each message once; there is no fix in C.

#include <pthread.h>

static pthread_mutex_t first = PTHREAD_MUTEX_INITIALIZER, second = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t left = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t middle = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t right = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t single = PTHREAD_MUTEX_INITIALIZER;
static pthread_rwlock_t readers = PTHREAD_RWLOCK_INITIALIZER;

/* Two locks in opposite orders. */
static void *forth(void *arg) {
  pthread_mutex_lock(&first);
  pthread_mutex_lock(&second);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'second' is locked here while 'first' is held, but the opposite order is taken elsewhere
  pthread_mutex_unlock(&second);
  pthread_mutex_unlock(&first);
  return arg;
}
static void *back(void *arg) {
  pthread_mutex_lock(&second);
  pthread_mutex_lock(&first);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'first' is locked here while 'second' is held, but the opposite order is taken elsewhere
  pthread_mutex_unlock(&first);
  pthread_mutex_unlock(&second);
  return arg;
}

/* Three locks in a circle. */
static void *left_middle(void *arg) {
  pthread_mutex_lock(&left);
  pthread_mutex_lock(&middle);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'middle' is locked here while 'left' is held, but others close a cycle elsewhere
  pthread_mutex_unlock(&middle);
  pthread_mutex_unlock(&left);
  return arg;
}
static void *middle_right(void *arg) {
  pthread_mutex_lock(&middle);
  pthread_mutex_lock(&right);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'right' is locked here while 'middle' is held, but others close a cycle elsewhere
  pthread_mutex_unlock(&right);
  pthread_mutex_unlock(&middle);
  return arg;
}
static void *right_left(void *arg) {
  pthread_mutex_lock(&right);
  pthread_mutex_lock(&left);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'left' is locked here while 'right' is held, but others close a cycle elsewhere
  pthread_mutex_unlock(&left);
  pthread_mutex_unlock(&right);
  return arg;
}

/* One lock twice. */
static void helper(void) {
  pthread_mutex_lock(&single);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'single' is locked here by a thread that already holds it: it waits for itself
  pthread_mutex_unlock(&single);
}
static void relock(void) {
  pthread_mutex_lock(&single);
  helper();
  pthread_mutex_unlock(&single);
}

/* A reader that becomes a writer. */
static void upgrade(void) {
  pthread_rwlock_rdlock(&readers);
  pthread_rwlock_wrlock(&readers);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'readers' is locked for writing here by a thread that holds it for reading: it waits for itself
  pthread_rwlock_unlock(&readers);
  pthread_rwlock_unlock(&readers);
}

int main(void) {
  pthread_t threads[5];
  pthread_create(&threads[0], 0, forth, 0);
  pthread_create(&threads[1], 0, back, 0);
  pthread_create(&threads[2], 0, left_middle, 0);
  pthread_create(&threads[3], 0, middle_right, 0);
  pthread_create(&threads[4], 0, right_left, 0);
  for (unsigned i = 0; i < 5; ++i)
    pthread_join(threads[i], 0);
  relock();
  upgrade();
  return 0;
}
