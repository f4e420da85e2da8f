#include <pthread.h>

static int First;

static void *addToFirst(void *) {
  ++First; // NOLINT(heddle-unlocked-global)
  return nullptr;
}

void suppressedRace() {
  pthread_t One, Two;
  pthread_create(&One, nullptr, addToFirst, nullptr);
  pthread_create(&Two, nullptr, addToFirst, nullptr);
  pthread_join(One, nullptr);
  pthread_join(Two, nullptr);
}
