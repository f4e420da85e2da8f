// RUN: %check_heddle %s
// Orders of which the second comes after the first, and a lock that is not held after all.

#include <pthread.h>
#include <semaphore.h>

/* The second thread waits until the first has given both back. */
static pthread_mutex_t first = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t second = PTHREAD_MUTEX_INITIALIZER;
static sem_t done;

static void *before(void *arg) {
  pthread_mutex_lock(&first);
  pthread_mutex_lock(&second);
  pthread_mutex_unlock(&second);
  pthread_mutex_unlock(&first);
  sem_post(&done);
  return arg;
}

static void *after(void *arg) {
  sem_wait(&done);
  pthread_mutex_lock(&second);
  pthread_mutex_lock(&first);
  pthread_mutex_unlock(&first);
  pthread_mutex_unlock(&second);
  return arg;
}

/* The default of a switch is not taken by the value that has a case of its own. */
static pthread_mutex_t tried = PTHREAD_MUTEX_INITIALIZER;
static int count;
static int attempt(void) {
  switch (pthread_mutex_trylock(&tried)) {
  case 0:
    break;
  default:
    return 1;
  }
  ++count;
  pthread_mutex_unlock(&tried);
  return 0;
}
static void insist(void) {
  if (attempt()) {
    pthread_mutex_lock(&tried);
    ++count;
    pthread_mutex_unlock(&tried);
  }
}

int main(void) {
  pthread_t a, b;
  insist();
  sem_init(&done, 0, 0);
  pthread_create(&a, 0, before, 0);
  pthread_create(&b, 0, after, 0);
  pthread_join(a, 0);
  pthread_join(b, 0);
  return 0;
}
