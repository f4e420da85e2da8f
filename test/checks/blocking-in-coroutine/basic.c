// Each message, in callbacks of event loops.
// RUN: %check_heddle %s

#include <event2/event.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>
#include <uv.h>

static void sleeps(uv_timer_t *Timer) {
  usleep(1000);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'usleep' sleeps in 'sleeps', which an event loop calls: nothing else runs on its thread meanwhile
  uv_timer_stop(Timer);
}

static pthread_cond_t Changed = PTHREAD_COND_INITIALIZER;
static pthread_mutex_t Mutex = PTHREAD_MUTEX_INITIALIZER;

static void waits(evutil_socket_t Socket, short What, void *Ready) {
  (void)Socket;
  (void)What;
  pthread_mutex_lock(&Mutex);
  while (!*(int *)Ready)
    pthread_cond_wait(&Changed, &Mutex);
    // CHECK-MESSAGES: :[[@LINE-1]]:5: warning: 'pthread_cond_wait' waits for another thread in 'waits', which an event loop calls: nothing else runs on its thread meanwhile
  pthread_mutex_unlock(&Mutex);
}

static pthread_t Worker;

static void joins(evutil_socket_t Socket, short What, void *Context) {
  (void)Socket;
  (void)What;
  (void)Context;
  pthread_join(Worker, NULL);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'pthread_join' waits for the end of a thread or process in 'joins', which an event loop calls: nothing else runs on its thread meanwhile
}

static char Line[80];

static void ask(void) {
  if (!fgets(Line, sizeof Line, stdin))
  // CHECK-MESSAGES: :[[@LINE-1]]:8: warning: 'fgets' waits for input below 'reads', which an event loop calls: nothing else runs on its thread meanwhile
    Line[0] = 0;
}

static void reads(uv_idle_t *Idle) {
  (void)Idle;
  ask();
}

static void flushes(uv_async_t *Async) {
  fsync(*(int *)Async->data);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'fsync' waits for the disk in 'flushes', which an event loop calls: nothing else runs on its thread meanwhile
}

static pthread_mutex_t LongHeld = PTHREAD_MUTEX_INITIALIZER;

void *reaps(void *Status) {
  pthread_mutex_lock(&LongHeld);
  waitpid(-1, Status, 0);
  pthread_mutex_unlock(&LongHeld);
  return NULL;
}

static void locks(uv_signal_t *Signal, int Number) {
  (void)Signal;
  (void)Number;
  pthread_mutex_lock(&LongHeld);
  // CHECK-MESSAGES: :[[@LINE-1]]:3: warning: 'LongHeld' is waited for in 'locks', which an event loop calls, and held for long elsewhere: nothing else runs on its thread meanwhile
  pthread_mutex_unlock(&LongHeld);
}

void start(uv_loop_t *Loop, uv_timer_t *Timer, uv_idle_t *Idle, uv_async_t *Async, uv_signal_t *Signal,
           struct event_base *Base, int *Ready) {
  uv_timer_start(Timer, sleeps, 10, 0);
  uv_idle_start(Idle, reads);
  uv_async_init(Loop, Async, flushes);
  uv_signal_start(Signal, locks, 1);
  event_add(event_new(Base, -1, EV_PERSIST, waits, Ready), NULL);
  event_add(event_new(Base, -1, EV_PERSIST, joins, NULL), NULL);
}
