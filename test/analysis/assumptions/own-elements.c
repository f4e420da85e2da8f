// A9: an element that is chosen by something that depends on the thread is the thread's own.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=gnu17 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include <pthread.h>
#include <stdint.h>

static int Own[4], Fixed[4];

static void *work(void *Number) {
  int I = (int)(intptr_t)Number;
  ++Own[I / 2]; // missed: two threads share an element
  // CHECK: own-elements.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'Fixed[0]' is written
  ++Fixed[0];
  return NULL;
}

int main(void) {
  pthread_t Threads[4];
  for (int I = 0; I < 4; ++I)
    pthread_create(&Threads[I], NULL, work, (void *)(intptr_t)I);
  for (int I = 0; I < 4; ++I)
    pthread_join(Threads[I], NULL);
}
