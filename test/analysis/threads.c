// RUN: %heddle facts %s -- -std=gnu17 | FileCheck %s --implicit-check-not="held {"
// Which threads may be running.

#include <pthread.h>
#include <threads.h>

static int x;
static void *worker(void *arg) { return arg; }
static int other(void *arg) { return arg != 0; }

static void joined(void) {
  pthread_t one;
  thrd_t two;
  pthread_create(&one, 0, worker, 0);
  x = 1; // point: started
  // CHECK: started: held {} dropped {} running {worker}
  thrd_create(&two, other, 0);
  x = 2; // point: both
  // CHECK: both: held {} dropped {} running {worker, other}
  pthread_join(one, 0);
  x = 3; // point: one-left
  // CHECK: one-left: held {} dropped {} running {other}
  thrd_join(two, 0);
  x = 4; // point: none-left
  // CHECK: none-left: held {} dropped {} running {}
}

static int checked(void) {
  pthread_t one;
  if (pthread_create(&one, 0, worker, 0) != 0) {
    x = 1; // point: failed
    // CHECK: failed: held {} dropped {} running {}
    return 1;
  }
  x = 2; // point: succeeded
  // CHECK: succeeded: held {} dropped {} running {worker}
  pthread_join(one, 0);
  return 0;
}

static void many(void) {
  pthread_t all[3];
  for (int i = 0; i < 3; ++i)
    pthread_create(&all[i], 0, worker, 0);
  x = 1; // point: many
  // CHECK: many: held {} dropped {} running {worker*}
  for (int i = 0; i < 3; ++i)
    pthread_join(all[i], 0);
  x = 2; // point: many-joined
  // CHECK: many-joined: held {} dropped {} running {}
}

static void detached(void) {
  pthread_t one;
  pthread_create(&one, 0, worker, 0);
  pthread_detach(one);
  x = 1; // point: detached
  // CHECK: detached: held {} dropped {} running {worker}
}

static pthread_t keep;
static void start(void) { pthread_create(&keep, 0, worker, 0); }
static void stop(void) {
  pthread_join(keep, 0);
  x = 1; // point: in-stop
  // CHECK: in-stop: held {} dropped {} running {}
}

int main(void) {
  joined();
  checked();
  many();
  start();
  x = 1; // point: between
  // CHECK: between: held {} dropped {} running {worker}
  stop();
  x = 2; // point: stopped
  // CHECK: stopped: held {} dropped {} running {}
  detached();
  return 0;
}
// CHECK: thread main
// CHECK-NEXT: thread worker started at line [[@LINE-69]]
// CHECK-NEXT: thread other started at line [[@LINE-67]]
// CHECK-NEXT: thread worker started at line [[@LINE-55]]
// CHECK-NEXT: thread worker* started at line [[@LINE-42]]
// CHECK-NEXT: thread worker started at line [[@LINE-25]]
// CHECK-NEXT: thread worker started at line [[@LINE-33]]
