// RUN: %check_heddle %s
// The notes tell both sides: the calls that lead there, the locks held, and where the threads start.

#include <pthread.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static long total;

static void add(long amount) {
  total += amount;
}
static void locked_add(void) {
  pthread_mutex_lock(&mutex);
  add(1);
  pthread_mutex_unlock(&mutex);
}
static void *locked(void *arg) {
  locked_add();
  return arg;
}
static void add_alone(void) {
  total += 2;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'total' is written here without 'mutex', which guards it elsewhere
  // CHECK-NOTES: :[[@LINE+9]]:3: note: reached through this call of 'add_alone'
  // CHECK-NOTES: :[[@LINE-15]]:3: note: the other write is here, in thread 'locked', holding 'mutex'
  // CHECK-NOTES: :[[@LINE-8]]:3: note: reached through this call of 'locked_add'
  // CHECK-NOTES: :[[@LINE-13]]:3: note: reached through this call of 'add'
  // CHECK-NOTES: :[[@LINE+20]]:3: note: thread 'unlocked' is started here
  // CHECK-NOTES: :[[@LINE+18]]:3: note: thread 'locked' is started here
  // CHECK-FIXES: pthread_mutex_lock(&mutex); total += 2; pthread_mutex_unlock(&mutex);
}
static void *unlocked(void *arg) {
  add_alone();
  return arg;
}

static int peeked;
static void *writer(void *arg) {
  pthread_mutex_lock(&mutex);
  peeked = 1;
  pthread_mutex_unlock(&mutex);
  return arg;
}

int main(void) {
  pthread_t a, b, c;
  pthread_create(&a, 0, locked, 0);
  pthread_create(&b, 0, unlocked, 0);
  pthread_join(a, 0);
  pthread_join(b, 0);
  pthread_create(&c, 0, writer, 0);
  int copy = peeked;
  // CHECK-MESSAGES: :[[@LINE-1]]:14: warning: 'peeked' is read here without 'mutex', which guards it elsewhere
  // CHECK-NOTES: :[[@LINE-14]]:3: note: the other write is here, in thread 'writer', holding 'mutex'
  // CHECK-NOTES: :[[@LINE-4]]:3: note: thread 'writer' is started here
  pthread_join(c, 0);
  return copy;
}
