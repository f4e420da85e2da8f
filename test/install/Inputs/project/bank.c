#include <pthread.h>

static int Balance;

static void *deposit(void *Unused) {
  ++Balance;
  return Unused;
}

int main(void) {
  pthread_t Clerk;
  pthread_create(&Clerk, NULL, deposit, NULL);
  ++Balance;
  return pthread_join(Clerk, NULL);
}
