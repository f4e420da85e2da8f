// A29: where no thread is in sight, start-up code is no evidence of a race.
// RUN: %heddle_tidy --config={} --checks='-*,heddle-*' %s -- -std=gnu17 2>/dev/null | grep 'heddle-[a-z-]*]$' | FileCheck %s --implicit-check-not=warning:

#include <pthread.h>

static pthread_mutex_t Lock = PTHREAD_MUTEX_INITIALIZER;
static int Size, Used, Left, Right, Early;

static void *serve(void *Unused) { return Unused; }

void add(int Number) {
  pthread_mutex_lock(&Lock);
  Size += Number;
  Used += Number;
  Left += Number;
  Right += Number;
  Early += Number;
  pthread_mutex_unlock(&Lock);
}
void take(int Number) {
  pthread_mutex_lock(&Lock);
  Size -= Number;
  Used -= Number;
  Left -= Number;
  Right -= Number;
  Early -= Number;
  pthread_mutex_unlock(&Lock);
}
void turn(void) {
  pthread_mutex_lock(&Lock);
  Size = -Size;
  Used = -Used;
  Left = -Left;
  Right = -Right;
  Early = -Early;
  pthread_mutex_unlock(&Lock);
}

/* Also called with the lock held: whoever calls it without has a reason. */
void grow(int Number) { Size += Number; }
void grow_twice(int Number) {
  pthread_mutex_lock(&Lock);
  grow(Number);
  grow(Number);
  pthread_mutex_unlock(&Lock);
}

/* Writes several of the lock's variables, and never takes it. */
void load(int Number) {
  Left = Number; // missed, should it run when others use the lock
  Right = Number; // missed
}

/* Stores 0, which is there from the beginning. */
void reset(void) { Used = 0; } // missed, should it run when others use the lock

/* Before the first thread that it starts. */
void start(int Number) {
  pthread_t Server;
  Early = Number; // missed, should there be others before
  pthread_create(&Server, NULL, serve, NULL);
  pthread_detach(Server);
}

/* None of these. */
void set(int Number) {
  // CHECK: start-up.c:[[@LINE+1]]:{{[0-9]+}}: warning: 'Size' is written here without 'Lock'
  Size = Number;
}
