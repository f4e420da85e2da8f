// A11: a condition that is read twice has the same value, unless something between the two changes it or waits.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=gnu17 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include <pthread.h>

static pthread_mutex_t Lock = PTHREAD_MUTEX_INITIALIZER;
static int Counter, Free;

struct Options {
  int Threads;
};

static void add(const struct Options *Given) {
  if (Given->Threads)
    pthread_mutex_lock(&Lock);
  if (Given->Threads)
    ++Counter; // missed, should another thread change the option
  // CHECK: conditions-repeat.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'Free' is written
  ++Free;
  if (Given->Threads)
    pthread_mutex_unlock(&Lock);
}

static void *work(void *Given) {
  add(Given);
  return NULL;
}

int main(void) {
  pthread_t One, Two;
  struct Options Given = {2};
  pthread_create(&One, NULL, work, &Given);
  pthread_create(&Two, NULL, work, &Given);
  pthread_join(One, NULL);
  pthread_join(Two, NULL);
}
