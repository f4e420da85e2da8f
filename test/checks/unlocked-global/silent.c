// RUN: %check_heddle %s
// Locks, lifetimes and hand-overs that keep accesses apart.

#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdio.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

/* Every way to hold the same lock. */
static int locked;
static void acquire(void) { pthread_mutex_lock(&mutex); }
static void give_back(void) { pthread_mutex_unlock(&mutex); }
static void *by_lock(void *arg) {
  pthread_mutex_lock(&mutex);
  ++locked;
  pthread_mutex_unlock(&mutex);
  return arg;
}
static void *by_wrapper(void *arg) {
  acquire();
  ++locked;
  give_back();
  return arg;
}
static void *by_trylock(void *arg) {
  if (pthread_mutex_trylock(&mutex) != 0)
    return arg;
  ++locked;
  pthread_mutex_unlock(&mutex);
  return arg;
}
static void *by_pointer(void *arg) {
  pthread_mutex_t *lock = &mutex;
  pthread_mutex_lock(lock);
  ++locked;
  pthread_mutex_unlock(lock);
  return arg;
}

/* Readers read, the writer is alone. */
static pthread_rwlock_t readers = PTHREAD_RWLOCK_INITIALIZER;
static int value;
static void *reader(void *arg) {
  pthread_rwlock_rdlock(&readers);
  printf("%d\n", value);
  pthread_rwlock_unlock(&readers);
  return arg;
}
static void *writer(void *arg) {
  pthread_rwlock_wrlock(&readers);
  ++value;
  pthread_rwlock_unlock(&readers);
  return arg;
}

/* Nobody writes, or each thread has its own. */
static const int limit = 3;
static int table[3] = {1, 2, 3};
static _Thread_local int own;
static atomic_int counter;
static int slots[4];
static void *owner(void *arg) {
  own += limit + table[1];
  ++counter;
  *(int *)arg = own;
  return arg;
}

/* Once, and only then. */
static pthread_once_t once = PTHREAD_ONCE_INIT;
static int made;
static void make(void) { made = 3; }
static void *user(void *arg) {
  pthread_once(&once, make);
  printf("%d\n", made);
  return arg;
}

/* From one thread to the other. */
static sem_t posted;
static int by_semaphore;
static void *poster(void *arg) {
  by_semaphore = 1;
  sem_post(&posted);
  return arg;
}

static int phase;
static void *phases(void *arg) {
  ++phase;
  return arg;
}

static void twice(void *(*first)(void *), void *(*second)(void *), int left, int right) {
  pthread_t a, b;
  pthread_create(&a, NULL, first, &slots[left]);
  pthread_create(&b, NULL, second, &slots[right]);
  pthread_join(a, NULL);
  pthread_join(b, NULL);
}

int main(void) {
  pthread_t thread;
  twice(by_lock, by_wrapper, 0, 1);
  twice(by_trylock, by_pointer, 0, 1);
  twice(reader, writer, 0, 1);
  twice(owner, owner, 0, 1);
  twice(user, user, 2, 3);
  phase = 1;
  pthread_create(&thread, NULL, phases, NULL);
  pthread_join(thread, NULL);
  ++phase;
  sem_init(&posted, 0, 0);
  pthread_create(&thread, NULL, poster, NULL);
  sem_wait(&posted);
  ++by_semaphore;
  pthread_join(thread, NULL);
  return 0;
}
