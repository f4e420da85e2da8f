// The same in C: C11's functions, not POSIX's.
// RUN: %overlap %s --checks=bugprone-spuriously-wake-up-functions,cert-con36-c,cert-con54-cpp

#include <pthread.h>
#include <threads.h>

static mtx_t Mutex;
static cnd_t Ready;
static pthread_mutex_t PosixMutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t PosixReady = PTHREAD_COND_INITIALIZER;
static int Value;

void c11(void) {
  mtx_lock(&Mutex);
  if (!Value)
    cnd_wait(&Ready, &Mutex); // REPORTS: bugprone-spuriously-wake-up-functions, cert-con36-c, cert-con54-cpp
  while (!Value)
    cnd_wait(&Ready, &Mutex);
  mtx_unlock(&Mutex);
}

void posix(void) {
  pthread_mutex_lock(&PosixMutex);
  if (!Value)
    pthread_cond_wait(&PosixReady, &PosixMutex);
  pthread_mutex_unlock(&PosixMutex);
}
