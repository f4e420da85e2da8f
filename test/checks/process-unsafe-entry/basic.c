// Signal handlers, and children of a fork.
// RUN: %check_heddle %s

#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char *Copy;
static jmp_buf Again;
static int Requests;
// CHECK-FIXES: static volatile sig_atomic_t Requests;

static void remember(const char *Text) { Copy = strdup(Text); }
// CHECK-MESSAGES: :[[@LINE-1]]:49: warning: 'strdup' is called here below signal handler 'onInterrupt': it is not async-signal-safe

static void onInterrupt(int Signal) {
  (void)Signal;
  remember("interrupted");
}

static void onAlarm(int Signal) {
  (void)Signal;
  longjmp(Again, 1);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'longjmp' leaves signal handler 'onAlarm' here: what the signal interrupted is never finished
}

static void onUser(int Signal) {
  (void)Signal;
  Requests = 1;
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'Requests' is written here in signal handler 'onUser' and read by what it interrupts: it is neither 'volatile sig_atomic_t' nor a lock-free atomic
}

void install(void) {
  struct sigaction Action;
  memset(&Action, 0, sizeof Action);
  Action.sa_handler = onInterrupt;
  sigaction(SIGINT, &Action, NULL);
  signal(SIGALRM, onAlarm);
  signal(SIGUSR1, onUser);
}

int pending(void) { return Requests; }

static void *work(void *Unused) {
  sleep(1);
  return Unused;
}

void forkWithThread(void) {
  pthread_t Worker;
  pthread_create(&Worker, NULL, work, NULL);
  if (fork() == 0) {
    char *Name = malloc(10);
    // CHECK-MESSAGES: :[[@LINE-1]]:18: warning: 'malloc' is called here between fork and exec, while thread 'work' may be running: it is not async-signal-safe
    execl("/bin/true", Name, (char *)NULL);
    _exit(127);
  }
  pthread_join(Worker, NULL);
  wait(NULL);
}

static int Count;

int countInChild(void) {
  if (fork() == 0) {
    Count = 50;
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'Count' is changed here in the child of a fork: the parent, which reads it, has a copy of its own
    _exit(0);
  }
  wait(NULL);
  return Count;
}

static pthread_mutex_t Mutex = PTHREAD_MUTEX_INITIALIZER;

void forkUnderLock(void) {
  pthread_mutex_lock(&Mutex);
  if (fork() == 0) {
  // CHECK-MESSAGES: :[[@LINE-1]]:7: warning: the process forks here while 'Mutex' is locked, and its child waits for 'Mutex'
    pthread_mutex_lock(&Mutex);
    _exit(0);
  }
  pthread_mutex_unlock(&Mutex);
  wait(NULL);
}
