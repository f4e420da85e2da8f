// RUN: %heddle facts %s -- -std=gnu17 | FileCheck %s --implicit-check-not="held {"
// The default of a switch is taken by no value that has a case of its own.

#include <pthread.h>

static pthread_mutex_t a = PTHREAD_MUTEX_INITIALIZER;
static int x;

void tries(void) {
  switch (pthread_mutex_trylock(&a)) {
  case 0:
    x = 1; // point: success
    // CHECK: success: held {a} dropped {} running {}
    pthread_mutex_unlock(&a);
    break;
  default:
    x = 2; // point: default
    // CHECK: default: held {} dropped {} running {}
  }
  x = 3; // point: after
  // CHECK: after: held {} dropped {} running {}
}

int main(void) { return 0; }
// CHECK: thread main
