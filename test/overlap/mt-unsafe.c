// Functions of the C library that share hidden state: by name, whatever runs beside them.
// RUN: %overlap %s --checks=concurrency-mt-unsafe

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t Mutex = PTHREAD_MUTEX_INITIALIZER;
static int Hour;
static char Names[] = "a,b";

static void *note(void *Unused) {
  time_t Now = time(NULL);
  struct tm Own;
  struct tm *Shared = localtime(&Now); // REPORTS: concurrency-mt-unsafe
  pthread_mutex_lock(&Mutex);
  Hour = Shared->tm_hour;
  pthread_mutex_unlock(&Mutex);
  Hour = localtime_r(&Now, &Own)->tm_hour; // REPORTS: heddle-unlocked-global
  strtok(Names, ","); // REPORTS: concurrency-mt-unsafe, heddle-unlocked-global
  sleep(1); // REPORTS: concurrency-mt-unsafe
  return Unused;
}

int main(void) {
  pthread_t One, Two;
  setenv("TZ", "UTC", 1); // REPORTS: concurrency-mt-unsafe
  pthread_create(&One, NULL, note, NULL);
  pthread_create(&Two, NULL, note, NULL);
  pthread_join(One, NULL);
  pthread_join(Two, NULL);
  exit(0); // REPORTS: concurrency-mt-unsafe
}
