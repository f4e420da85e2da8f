// RUN: %check_heddle %s
// A file without main: what is not evidently shared is not reported.

#include <pthread.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

/* Never locked: for all we know there is one thread. */
static int level;
void set_level(int to) { level = to; }
int get_level(void) { return level; }

/* Locked once, and by chance: most uses are without the lock. */
static int rarely;
void locked_once(void) {
  pthread_mutex_lock(&mutex);
  rarely = 1;
  pthread_mutex_unlock(&mutex);
}
void unlocked_once(void) { rarely = 2; }
void unlocked_twice(void) { rarely = 3; }

/* The function whose caller holds the lock. */
static int balance;
static void add_unlocked(int amount) { balance += amount; }
void deposit(int amount) {
  pthread_mutex_lock(&mutex);
  add_unlocked(amount);
  pthread_mutex_unlock(&mutex);
}
void withdraw(int amount) {
  pthread_mutex_lock(&mutex);
  add_unlocked(-amount);
  pthread_mutex_unlock(&mutex);
}

/* Made before anyone else can see it: whoever makes the lock is alone. */
static pthread_mutex_t late;
static int guarded;
void start(void) {
  pthread_mutex_init(&late, NULL);
  guarded = 0;
}
void grow(void) {
  pthread_mutex_lock(&late);
  ++guarded;
  pthread_mutex_unlock(&late);
}
void shrink(void) {
  pthread_mutex_lock(&late);
  --guarded;
  pthread_mutex_unlock(&late);
}
