// The wrapper's callback is called by a thread of the program's own.
#include <pthread.h>
#include <time.h>
#include <uv.h>

static uv_timer_t Timer;

static void *loop(void *Argument) {
  uv_timer_cb Call = (uv_timer_cb)Argument;
  for (;;)
    Call(&Timer);
  return NULL;
}

static void every(uint64_t Milliseconds, uv_timer_cb Call) {
  pthread_t Thread;
  (void)Milliseconds;
  pthread_create(&Thread, NULL, loop, (void *)Call);
  pthread_detach(Thread);
}

static void collect(uv_timer_t *Handle) {
  struct timespec Pause = {0, 500000000};
  (void)Handle;
  nanosleep(&Pause, NULL);
}

int main(void) {
  uv_timer_init(uv_default_loop(), &Timer);
  every(100, collect);
  return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
