// RUN: %check_heddle %s
// Today's wrong answers: deadlocks without a warning. Whoever repairs one moves the case to basic.c.

#include <pthread.h>

static void *with(pthread_mutex_t *outer, pthread_mutex_t *inner) {
  pthread_mutex_lock(outer);
  pthread_mutex_lock(inner);
  pthread_mutex_unlock(inner);
  pthread_mutex_unlock(outer);
  return 0;
}

/* Which elements two computed indices name is not compared. */
static pthread_mutex_t forks[5];
static void *dine(void *arg) {
  int seat = *(int *)arg;
  return with(&forks[seat], &forks[(seat + 1) % 5]);
}

/* The thread that is waited for wants the lock that the waiting one holds. */
static pthread_mutex_t joined = PTHREAD_MUTEX_INITIALIZER;
static void *wants(void *arg) {
  pthread_mutex_lock(&joined);
  pthread_mutex_unlock(&joined);
  return arg;
}
static void join_under_lock(void) {
  pthread_t worker;
  pthread_create(&worker, 0, wants, 0);
  pthread_mutex_lock(&joined);
  pthread_join(worker, 0);
  pthread_mutex_unlock(&joined);
}

int main(void) {
  int seats[2] = {0, 4};
  pthread_t a, b;
  pthread_create(&a, 0, dine, &seats[0]);
  pthread_create(&b, 0, dine, &seats[1]);
  pthread_join(a, 0);
  pthread_join(b, 0);
  join_under_lock();
  return 0;
}
