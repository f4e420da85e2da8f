// RUN: %check_heddle %s
// A fix that would change what the program means, or that would not compile, is not offered.

#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_rwlock_t readers = PTHREAD_RWLOCK_INITIALIZER;
static struct { pthread_mutex_t lock; } owner = {PTHREAD_MUTEX_INITIALIZER};

static int doubled;
static int recomputed;
static int addressed;
static double ratio;
static int pair, other;
int exported;
#define BUMP(X) (++(X))
static int expanded;

static void use(void) {
  doubled *= 2;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'doubled' is written here without a lock while another thread can write it
  recomputed = recomputed + 1;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'recomputed' is written here without a lock while another thread can write it
  *(&addressed) = 3;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'addressed' is written here without a lock while another thread can write it
  ratio = 0.5;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'ratio' is written here without a lock while another thread can write it
  pair = other;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'pair' is written here without a lock while another thread can write it
  exported = 6;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'exported' is written here without a lock while another thread can write it
  BUMP(expanded);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'expanded' is written here without a lock while another thread can write it
}

// A lock for which there is no single statement, or that cannot be named.
static int by_rwlock;
static int by_member;
static int called;
static int chosen;
static void add(void) {
  pthread_rwlock_wrlock(&readers);
  ++by_rwlock;
  pthread_rwlock_unlock(&readers);
  pthread_mutex_lock(&owner.lock);
  ++by_member;
  pthread_mutex_unlock(&owner.lock);
  pthread_mutex_lock(&mutex);
  ++called;
  ++chosen;
  pthread_mutex_unlock(&mutex);
}
static int next(void) { return 1; }
static void unlocked(int condition) {
  by_rwlock = 1;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'by_rwlock' is written here without 'readers', which guards it elsewhere
  by_member = 2;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'by_member' is written here without 'owner.lock', which guards it elsewhere
  called = next();
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'called' is written here without 'mutex', which guards it elsewhere
  if (condition)
    chosen = 3;
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'chosen' is written here without 'mutex', which guards it elsewhere
}

static void *work(void *arg) {
  add();
  use();
  return arg;
}

int main(int count, char **arguments) {
  pthread_t worker;
  (void)arguments;
  pthread_create(&worker, 0, work, 0);
  work(0);
  unlocked(count > 1);
  pthread_join(worker, 0);
  return 0;
}
