// The read of the device happens outside of the mutex.
#include "cppcoro/task.hpp"
#include <pthread.h>
#include <unistd.h>

struct Device {
  pthread_mutex_t Mutex = PTHREAD_MUTEX_INITIALIZER;
  int Last = 0;
};

void pollDevice(Device *Dev) {
  int Value = 0;
  sleep(1);
  pthread_mutex_lock(&Dev->Mutex);
  Dev->Last = Value;
  pthread_mutex_unlock(&Dev->Mutex);
}

static int lastOf(Device *Dev) {
  pthread_mutex_lock(&Dev->Mutex);
  int Value = Dev->Last;
  pthread_mutex_unlock(&Dev->Mutex);
  return Value;
}

cppcoro::task<int> status(Device *Dev) { co_return lastOf(Dev); }
