// A signal that ends the whole process, meant for one thread.
// RUN: %overlap %s --checks=bugprone-bad-signal-to-kill-thread,cert-pos44-c

#include <pthread.h>
#include <signal.h>

static void *work(void *Unused) { return Unused; }

int main(void) {
  pthread_t Worker;
  pthread_create(&Worker, NULL, work, NULL);
  pthread_kill(Worker, SIGTERM); // REPORTS: bugprone-bad-signal-to-kill-thread, cert-pos44-c
  pthread_kill(Worker, SIGUSR1);
  return pthread_join(Worker, NULL);
}
