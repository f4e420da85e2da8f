// RUN: %check_heddle %s
// The notes tell where the first lock was taken, by which calls, and the other sides of the circle.

#include <pthread.h>

static pthread_mutex_t left = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t middle = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t right = PTHREAD_MUTEX_INITIALIZER;

static void take(pthread_mutex_t *lock) { pthread_mutex_lock(lock); }
static void give(pthread_mutex_t *lock) { pthread_mutex_unlock(lock); }

static void *left_middle(void *arg) {
  pthread_mutex_lock(&left);
  take(&middle);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'middle' is locked here while 'left' is held, but others close a cycle elsewhere
  // CHECK-NOTES: :[[@LINE-3]]:3: note: 'left' is locked here first
  // CHECK-NOTES: :[[@LINE+10]]:3: note: 'right' is locked here while 'middle' is held, in thread 'middle_right'
  // CHECK-NOTES: :[[@LINE+21]]:3: note: 'left' is locked here while 'right' is held, in the main thread
  // CHECK-NOTES: :[[@LINE+39]]:3: note: reached through this call of 'right_left'
  // CHECK-NOTES: :[[@LINE+30]]:3: note: reached through this call of 'inner'
  give(&middle);
  pthread_mutex_unlock(&left);
  return arg;
}
static void *middle_right(void *arg) {
  take(&middle);
  pthread_mutex_lock(&right);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'right' is locked here while 'middle' is held, but others close a cycle elsewhere
  // CHECK-NOTES: :[[@LINE-3]]:3: note: 'middle' is locked here first
  // CHECK-NOTES: :[[@LINE+9]]:3: note: 'left' is locked here while 'right' is held, in the main thread
  // CHECK-NOTES: :[[@LINE+27]]:3: note: reached through this call of 'right_left'
  // CHECK-NOTES: :[[@LINE+18]]:3: note: reached through this call of 'inner'
  // CHECK-NOTES: :[[@LINE-19]]:3: note: 'middle' is locked here while 'left' is held, in thread 'left_middle'
  pthread_mutex_unlock(&right);
  give(&middle);
  return arg;
}
static void inner(void) {
  pthread_mutex_lock(&left);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'left' is locked here while 'right' is held, but others close a cycle elsewhere
  // CHECK-NOTES: :[[@LINE+8]]:3: note: 'right' is locked here first
  // CHECK-NOTES: :[[@LINE+16]]:3: note: reached through this call of 'right_left'
  // CHECK-NOTES: :[[@LINE+7]]:3: note: reached through this call of 'inner'
  // CHECK-NOTES: :[[@LINE-30]]:3: note: 'middle' is locked here while 'left' is held, in thread 'left_middle'
  // CHECK-NOTES: :[[@LINE-18]]:3: note: 'right' is locked here while 'middle' is held, in thread 'middle_right'
  pthread_mutex_unlock(&left);
}
static void right_left(void) {
  pthread_mutex_lock(&right);
  inner();
  pthread_mutex_unlock(&right);
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, 0, left_middle, 0);
  pthread_create(&b, 0, middle_right, 0);
  right_left();
  pthread_join(a, 0);
  pthread_join(b, 0);
  return 0;
}
