// RUN: %check_heddle %s
// Each message once, with its fix where there is one.

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

static pthread_mutex_t first = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t second = PTHREAD_MUTEX_INITIALIZER;
static pthread_rwlock_t readers = PTHREAD_RWLOCK_INITIALIZER;

static long guarded;
static int peeked;
static int split;
static int shared_only;
static int mixed;
static volatile int ticks;
static bool done;
// CHECK-FIXES: static _Atomic bool done;
static unsigned total;
// CHECK-FIXES: static _Atomic unsigned total;

/* The lock is held on the other side. */
static void add_guarded(void) {
  pthread_mutex_lock(&first);
  guarded += 2;
  peeked += 1;
  pthread_mutex_unlock(&first);
}
static int break_guard(void) {
  guarded = 7;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'guarded' is written here without 'first', which guards it elsewhere
  // CHECK-FIXES: pthread_mutex_lock(&first); guarded = 7; pthread_mutex_unlock(&first);
  return peeked;
  // CHECK-MESSAGES: :[[@LINE-1]]:10: warning: 'peeked' is read here without 'first', which guards it elsewhere
}

/* Each side holds a lock of its own. */
static void split_first(void) {
  pthread_mutex_lock(&first);
  ++split;
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'split' is written here under 'first', but elsewhere under 'second': no lock is common
  pthread_mutex_unlock(&first);
}
static void split_second(void) {
  pthread_mutex_lock(&second);
  ++split;
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'split' is written here under 'second', but elsewhere under 'first': no lock is common
  pthread_mutex_unlock(&second);
}

/* A reader's lock admits other readers, and this one writes. */
static void write_as_reader(void) {
  pthread_rwlock_rdlock(&readers);
  ++shared_only;
  // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'shared_only' is written here while 'readers' is held for reading only
  pthread_rwlock_unlock(&readers);
}

/* Plain here, atomic there. */
static void add_atomically(void) { __atomic_fetch_add(&mixed, 1, __ATOMIC_SEQ_CST); }
static int read_mixed(void) { return mixed; }
// CHECK-MESSAGES: :[[@LINE-1]]:38: warning: 'mixed' is read here by a plain access, but by atomic ones elsewhere
static void reset_mixed(void) { mixed = 0; }
// CHECK-MESSAGES: :[[@LINE-1]]:33: warning: 'mixed' is written here by a plain access, but by atomic ones elsewhere

/* No lock at all. */
static void tick(void) { ++ticks; }
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: 'ticks' is volatile, not atomic: it is written here while another thread can write it
static void finish(void) { done = true; }
// CHECK-MESSAGES: :[[@LINE-1]]:28: warning: 'done' is a plain flag, not an atomic: it is written here while another thread can read it
static void wait_until_done(void) {
  while (!done)
  // CHECK-MESSAGES: :[[@LINE-1]]:11: warning: 'done' is a plain flag, not an atomic: it is read here while another thread can write it
    tick();
}
static void count(void) {
  total += 3;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'total' is written here without a lock while another thread can write it
}

static void *worker(void *arg) {
  add_guarded();
  split_first();
  write_as_reader();
  add_atomically();
  tick();
  finish();
  count();
  return arg;
}

int main(void) {
  pthread_t thread;
  pthread_create(&thread, NULL, worker, NULL);
  break_guard();
  split_second();
  write_as_reader();
  read_mixed();
  reset_mixed();
  wait_until_done();
  count();
  pthread_join(thread, NULL);
  return 0;
}
