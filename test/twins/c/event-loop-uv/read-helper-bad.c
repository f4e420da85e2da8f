// The callback of a stream calls a function that runs a program.
#include <stdlib.h>
#include <uv.h>

static char Buffer[4096];
static uv_work_t Work;

static void allocate(uv_handle_t *Handle, size_t Suggested, uv_buf_t *Buf) {
  (void)Handle;
  (void)Suggested;
  *Buf = uv_buf_init(Buffer, sizeof Buffer);
}

static int archive(void) {
  return system("tar czf backup.tgz data"); // BUG: blocking-in-coroutine
}

static void onRead(uv_stream_t *Stream, ssize_t Got, const uv_buf_t *Buf) {
  (void)Buf;
  (void)Stream;
  if (Got > 0)
    archive();
}

void serve(uv_stream_t *Stream) { uv_read_start(Stream, allocate, onRead); }
