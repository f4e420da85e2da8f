// RUN: %check_heddle %s
// Today's wrong wording: the race is one, its message is another's. Whoever repairs one moves the case to basic.c.

#include <pthread.h>
#include <stdlib.h>

/* Double-checked locking is named only where test and set are one thread's, not those of two threads that are seen. */
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int *lazy;
static void *make_lazy(void *arg) {
  if (!lazy) {
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'lazy' is read here without 'mutex', which guards it elsewhere
    pthread_mutex_lock(&mutex);
    if (!lazy)
      lazy = malloc(sizeof *lazy);
    pthread_mutex_unlock(&mutex);
  }
  return arg;
}

int main(void) {
  pthread_t a, b;
  pthread_create(&a, NULL, make_lazy, NULL);
  pthread_create(&b, NULL, make_lazy, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
  return 0;
}
