// A wrapper starts the timer with the callback that it is given.
#include <pthread.h>
#include <time.h>
#include <uv.h>

static uv_timer_t Timer;

static void every(uint64_t Milliseconds, uv_timer_cb Call) {
  uv_timer_start(&Timer, Call, Milliseconds, Milliseconds);
}

static void collect(uv_timer_t *Handle) {
  struct timespec Pause = {0, 500000000};
  (void)Handle;
  nanosleep(&Pause, NULL); // BUG: blocking-in-coroutine
}

int main(void) {
  uv_timer_init(uv_default_loop(), &Timer);
  every(100, collect);
  return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
