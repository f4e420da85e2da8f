// RUN: %check_heddle %s
// Locks of two arguments: another call may exchange them.

#include <pthread.h>

struct account {
  pthread_mutex_t mutex;
  long balance;
};

void transfer(struct account *from, struct account *to, long amount) {
  pthread_mutex_lock(&from->mutex);
  pthread_mutex_lock(&to->mutex);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'to->mutex' is locked here while 'from->mutex' is held; a call with the objects exchanged locks them in the opposite order
  from->balance -= amount;
  to->balance += amount;
  pthread_mutex_unlock(&to->mutex);
  pthread_mutex_unlock(&from->mutex);
}
