// The callback of a descriptor locks a file and waits for it.
#include <ev.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

static ev_io Input;
static int LogFile = -1;

static void append(const char *Text, long Length) {
  flock(LogFile, LOCK_EX); // BUG: blocking-in-coroutine
  if (write(LogFile, Text, Length) < 0)
    LogFile = -1;
  flock(LogFile, LOCK_UN);
}

static void onInput(struct ev_loop *Loop, ev_io *Watcher, int Events) {
  (void)Loop;
  (void)Watcher;
  (void)Events;
  append("input\n", 6);
}

int main(void) {
  struct ev_loop *Loop = ev_default_loop(0);
  LogFile = open("log", O_WRONLY | O_APPEND);
  ev_io_init(&Input, onInput, 0, EV_READ);
  ev_io_start(Loop, &Input);
  return ev_run(Loop, 0);
}
