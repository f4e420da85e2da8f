// A thread that can be cancelled at any instruction.
// RUN: %overlap %s --checks=concurrency-thread-canceltype-asynchronous,cert-pos47-c

#include <pthread.h>

static int Jobs;

static void *work(void *Unused) {
  pthread_setcanceltype(PTHREAD_CANCEL_ASYNCHRONOUS, NULL); // REPORTS: concurrency-thread-canceltype-asynchronous, cert-pos47-c
  ++Jobs; // REPORTS: heddle-unlocked-global
  return Unused;
}

int main(void) {
  pthread_t Worker;
  pthread_create(&Worker, NULL, work, NULL);
  ++Jobs; // REPORTS: heddle-unlocked-global
  pthread_cancel(Worker);
  return pthread_join(Worker, NULL);
}
