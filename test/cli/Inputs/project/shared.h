// Both files of the project include this race.
#pragma once

#include <pthread.h>

inline int Shared;

inline void *addToShared(void *) {
  ++Shared;
  return nullptr;
}

/// Two threads, one function, no lock.
inline void runTwice(void *(*Entry)(void *)) {
  pthread_t One, Two;
  pthread_create(&One, nullptr, Entry, nullptr);
  pthread_create(&Two, nullptr, Entry, nullptr);
  pthread_join(One, nullptr);
  pthread_join(Two, nullptr);
}

inline void raceInHeader() { runTwice(addToShared); }
