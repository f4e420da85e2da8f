// A17: a call that waits for a lock gets it; only try operations can fail.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=gnu17 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include <pthread.h>

static pthread_mutex_t Lock = PTHREAD_MUTEX_INITIALIZER;
static int Waited, Tried;

static void *work(void *Unused) {
  pthread_mutex_lock(&Lock);
  ++Waited; // missed, should the call above have failed
  ++Tried;
  pthread_mutex_unlock(&Lock);
  return Unused;
}

int main(void) {
  pthread_t Worker;
  pthread_create(&Worker, NULL, work, NULL);
  if (pthread_mutex_lock(&Lock) != 0)
    ++Waited; // missed: taken for dead code
  pthread_mutex_unlock(&Lock);
  if (pthread_mutex_trylock(&Lock) != 0)
    // CHECK: locks-succeed.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'Tried' is written here without 'Lock'
    ++Tried;
  else
    pthread_mutex_unlock(&Lock);
  pthread_join(Worker, NULL);
}
