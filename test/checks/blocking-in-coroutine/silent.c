// What does not wait, or is not called by a loop.
// RUN: %check_heddle %s

#include <event2/event.h>
#include <fcntl.h>
#include <glib.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/select.h>
#include <sys/wait.h>
#include <unistd.h>
#include <uv.h>

// The work of uv_queue_work runs in a pool of threads.
static void work(uv_work_t *Request) {
  (void)Request;
  sleep(1);
}
static void done(uv_work_t *Request, int Status) {
  (void)Status;
  free(Request);
}

// The descriptor that is ready, and others of which nothing is known.
static void readable(evutil_socket_t Socket, short What, void *Other) {
  char Buffer[64];
  int Status;
  (void)What;
  if (read(Socket, Buffer, sizeof Buffer) < 0 || read(*(int *)Other, Buffer, 1) < 0)
    return;
  while (waitpid(-1, &Status, WNOHANG) > 0)
    ;
}

// No time, no waiting; unlocking and trying.
static gboolean tick(gpointer File) {
  struct timeval None = {0, 0};
  int Descriptor = *(int *)File;
  fd_set Set;
  FD_ZERO(&Set);
  FD_SET(Descriptor, &Set);
  select(Descriptor + 1, &Set, NULL, NULL, &None);
  if (flock(Descriptor, LOCK_EX | LOCK_NB) == 0)
    flock(Descriptor, LOCK_UN);
  struct flock Lock = {.l_type = F_WRLCK};
  fcntl(Descriptor, F_SETLK, &Lock);
  return G_SOURCE_CONTINUE;
}

// Nobody is seen to call it on a loop.
void other(uv_timer_t *Timer) {
  (void)Timer;
  sleep(1);
}

// The project's own function of a library's name is what its body says.
static int system_calls;
static void pause_output(void) { ++system_calls; }
static void onIdle(uv_idle_t *Idle) {
  (void)Idle;
  pause_output();
}

void start(uv_loop_t *Loop, uv_idle_t *Idle, struct event_base *Base, int *File) {
  uv_queue_work(Loop, malloc(sizeof(uv_work_t)), work, done);
  uv_idle_start(Idle, onIdle);
  event_add(event_new(Base, 4, EV_READ, readable, File), NULL);
  g_timeout_add(10, tick, File);
}
