// A helper of the coroutine takes a POSIX mutex that is held during a read of the device.
#include "cppcoro/task.hpp"
#include <pthread.h>
#include <unistd.h>

struct Device {
  pthread_mutex_t Mutex = PTHREAD_MUTEX_INITIALIZER;
  int Last = 0;
};

void pollDevice(Device *Dev) {
  int Value = 0;
  pthread_mutex_lock(&Dev->Mutex);
  sleep(1);
  Dev->Last = Value;
  pthread_mutex_unlock(&Dev->Mutex);
}

static int lastOf(Device *Dev) {
  pthread_mutex_lock(&Dev->Mutex); // BUG: blocking-in-coroutine
  int Value = Dev->Last;
  pthread_mutex_unlock(&Dev->Mutex);
  return Value;
}

cppcoro::task<int> status(Device *Dev) { co_return lastOf(Dev); }
