// RUN: %check_heddle %s
// Double-checked locking by two threads that are seen.

#include <pthread.h>
#include <stdlib.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int *lazy;
static void *make_lazy(void *arg) {
  if (!lazy) {
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'lazy' is tested here without 'mutex' and then set under it: double-checked locking needs an atomic
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
