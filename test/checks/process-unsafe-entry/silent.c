// What is safe where it is entered.
// RUN: %check_heddle %s

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t Stop;

static void onInterrupt(int Signal) {
  (void)Signal;
  Stop = 1;
  if (write(STDERR_FILENO, "stop\n", 5) < 0)
    _exit(1);
}

void install(void) { signal(SIGINT, onInterrupt); }
int stopped(void) { return Stop; }

static void *work(void *Unused) {
  sleep(1);
  return Unused;
}

void execWithThread(void) {
  pthread_t Worker;
  pthread_create(&Worker, NULL, work, NULL);
  if (fork() == 0) {
    execl("/bin/true", "true", (char *)NULL);
    _exit(127);
  }
  pthread_join(Worker, NULL);
  wait(NULL);
}

void forkAfterJoin(void) {
  pthread_t Worker;
  pthread_create(&Worker, NULL, work, NULL);
  pthread_join(Worker, NULL);
  if (fork() == 0) {
    free(malloc(10));
    exit(0);
  }
  wait(NULL);
}

int countShared(void) {
  int *Count = mmap(NULL, sizeof *Count, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (fork() == 0) {
    *Count = 50;
    _exit(0);
  }
  wait(NULL);
  return *Count;
}
