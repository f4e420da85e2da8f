#include <pthread.h>

static pthread_mutex_t Mutex = PTHREAD_MUTEX_INITIALIZER;
static int Guarded;

static void *add(void *) {
  pthread_mutex_lock(&Mutex);
  ++Guarded;
  pthread_mutex_unlock(&Mutex);
  return nullptr;
}

void noRace() {
  pthread_t One, Two;
  pthread_create(&One, nullptr, add, nullptr);
  pthread_create(&Two, nullptr, add, nullptr);
  pthread_join(One, nullptr);
  pthread_join(Two, nullptr);
}
