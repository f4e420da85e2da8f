// RUN: %check_heddle %s
// Today's wrong answers: races without a warning. Whoever repairs one moves the case to basic.c.

#include <pthread.h>
#include <signal.h>

/* A function that is not in this file writes through a pointer. */
void fill(int *out);
static int filled;
static void *fill_it(void *arg) {
  fill(&filled);
  return arg;
}

/* A signal handler may run at any time. */
static int interrupted;
static void handle(int number) { interrupted = number; }

static void twice(void *(*entry)(void *)) {
  pthread_t a, b;
  pthread_create(&a, NULL, entry, NULL);
  pthread_create(&b, NULL, entry, NULL);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
}

int main(void) {
  signal(SIGINT, handle);
  twice(fill_it);
  return interrupted;
}
