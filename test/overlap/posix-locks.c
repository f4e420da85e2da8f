// Locks and unlocks along one path, against locks of several threads.
// RUN: %overlap %s --checks=clang-analyzer-alpha.unix.PthreadLock

#include <pthread.h>

static pthread_mutex_t A = PTHREAD_MUTEX_INITIALIZER, B = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t Self = PTHREAD_MUTEX_INITIALIZER, Own = PTHREAD_MUTEX_INITIALIZER;

static void *forth(void *Unused) {
  pthread_mutex_lock(&A);
  pthread_mutex_lock(&B); // REPORTS: heddle-lock-order-inversion
  pthread_mutex_unlock(&B);
  pthread_mutex_unlock(&A);
  return Unused;
}

static void back(void) {
  pthread_mutex_lock(&B);
  pthread_mutex_lock(&A); // REPORTS: heddle-lock-order-inversion
  pthread_mutex_unlock(&A);
  pthread_mutex_unlock(&B);
}

static void *notNested(void *Unused) {
  pthread_mutex_lock(&Own);
  pthread_mutex_lock(&A);
  pthread_mutex_unlock(&Own); // REPORTS: clang-analyzer-alpha.unix.PthreadLock
  pthread_mutex_unlock(&A);
  return Unused;
}

static void *twice(void *Unused) {
  pthread_mutex_lock(&Self);
  pthread_mutex_lock(&Self); // REPORTS: clang-analyzer-alpha.unix.PthreadLock, heddle-lock-order-inversion
  return Unused;
}

static void *unlocksTwice(void *Unused) {
  pthread_mutex_lock(&Own);
  pthread_mutex_unlock(&Own);
  pthread_mutex_unlock(&Own); // REPORTS: clang-analyzer-alpha.unix.PthreadLock
  return Unused;
}

static void *destroysHeld(void *Unused) {
  pthread_mutex_lock(&Own);
  pthread_mutex_destroy(&Own); // REPORTS: clang-analyzer-alpha.unix.PthreadLock
  return Unused;
}

int main(void) {
  pthread_t Threads[5];
  pthread_create(&Threads[0], NULL, forth, NULL);
  pthread_create(&Threads[1], NULL, notNested, NULL);
  pthread_create(&Threads[2], NULL, twice, NULL);
  pthread_create(&Threads[3], NULL, unlocksTwice, NULL);
  pthread_create(&Threads[4], NULL, destroysHeld, NULL);
  back();
  for (int I = 0; I < 5; ++I)
    pthread_join(Threads[I], NULL);
}
