// RUN: %heddle facts %s -- -std=gnu17 | FileCheck %s --implicit-check-not="held {"
// POSIX locks: modes, results of trying, waiting.

#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <threads.h>

static pthread_mutex_t a = PTHREAD_MUTEX_INITIALIZER, b = PTHREAD_MUTEX_INITIALIZER;
static pthread_rwlock_t rw = PTHREAD_RWLOCK_INITIALIZER;
static pthread_spinlock_t spin;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static mtx_t standard;
static int x, ready;

void plain(void) {
  pthread_mutex_lock(&a);
  pthread_spin_lock(&spin);
  mtx_lock(&standard);
  x = 1; // point: plain
  // CHECK: plain: held {a, spin, standard} dropped {} running {}
  mtx_unlock(&standard);
  pthread_spin_unlock(&spin);
  x = 2; // point: plain-given
  // CHECK: plain-given: held {a} dropped {} running {}
  pthread_mutex_unlock(&a);
}

void modes(void) {
  pthread_rwlock_rdlock(&rw);
  x = 1; // point: reader
  // CHECK: reader: held {rw(shared)} dropped {} running {}
  pthread_rwlock_unlock(&rw);
  pthread_rwlock_wrlock(&rw);
  x = 2; // point: writer
  // CHECK: writer: held {rw} dropped {} running {}
  pthread_rwlock_unlock(&rw);
  if (pthread_rwlock_tryrdlock(&rw) == 0) {
    x = 3; // point: tried-reader
    // CHECK: tried-reader: held {rw(shared)} dropped {} running {}
    pthread_rwlock_unlock(&rw);
  }
  x = 4; // point: modes-after
  // CHECK: modes-after: held {} dropped {} running {}
}

int tries(void) {
  if (pthread_mutex_trylock(&a) == EBUSY)
    return 1;
  x = 1; // point: not-busy
  // CHECK: not-busy: held {a} dropped {} running {}
  pthread_mutex_unlock(&a);
  int result = pthread_mutex_trylock(&b);
  if (result != 0)
    return result;
  x = 2; // point: result-zero
  // CHECK: result-zero: held {b} dropped {} running {}
  pthread_mutex_unlock(&b);
  if (!pthread_mutex_trylock(&a)) {
    x = 3; // point: negated
    // CHECK: negated: held {a} dropped {} running {}
    pthread_mutex_unlock(&a);
  }
  return 0;
}

void checked(void) {
  if (pthread_mutex_lock(&a) != 0)
    return;
  x = 1; // point: checked
  // CHECK: checked: held {a} dropped {} running {}
  pthread_mutex_unlock(&a);
}

void waits(void) {
  pthread_mutex_lock(&a);
  while (!ready)
    pthread_cond_wait(&changed, &a);
  x = 1; // point: waited
  // CHECK: waited: held {a} dropped {} running {}
  pthread_mutex_unlock(&a);
}

/* The same lock by another way. */
struct object {
  pthread_mutex_t lock;
  int value;
};
static struct object objects[2];
void pointers(struct object *any, int index) {
  pthread_mutex_t *alias = &a;
  pthread_mutex_lock(alias);
  x = 1; // point: alias
  // CHECK: alias: held {a} dropped {} running {}
  pthread_mutex_unlock(&a);
  pthread_mutex_lock(&any->lock);
  any->value = 1; // point: member
  // CHECK: member: held {any->lock} dropped {} running {}
  pthread_mutex_unlock(&any->lock);
  pthread_mutex_lock(&objects[1].lock);
  x = 2; // point: element
  // CHECK: element: held {objects[1].lock} dropped {} running {}
  pthread_mutex_unlock(&objects[1].lock);
  pthread_mutex_lock(&objects[index].lock);
  x = 3; // point: any-element
  // CHECK: any-element: held {objects[index].lock} dropped {} running {}
  pthread_mutex_unlock(&objects[index].lock);
  x = 4; // point: pointers-after
  // CHECK: pointers-after: held {} dropped {} running {}
}

/* A cleanup attribute as a guard. */
static void give_back(pthread_mutex_t **lock) { pthread_mutex_unlock(*lock); }
void cleanup(void) {
  {
    pthread_mutex_t *held __attribute__((cleanup(give_back))) = &a;
    pthread_mutex_lock(held);
    x = 1; // point: cleanup
    // CHECK: cleanup: held {a} dropped {} running {}
  }
  x = 2; // point: cleanup-after
  // CHECK: cleanup-after: held {} dropped {} running {}
}

int main(void) { return 0; }
// CHECK: thread main
