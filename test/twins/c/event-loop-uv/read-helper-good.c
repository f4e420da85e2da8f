// The callback hands the program to uv_queue_work.
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
  return system("tar czf backup.tgz data");
}

static void work(uv_work_t *Request) {
  (void)Request;
  archive();
}

static void onRead(uv_stream_t *Stream, ssize_t Got, const uv_buf_t *Buf) {
  (void)Buf;
  if (Got > 0)
    uv_queue_work(Stream->loop, &Work, work, NULL);
}

void serve(uv_stream_t *Stream) { uv_read_start(Stream, allocate, onRead); }
