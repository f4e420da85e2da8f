/* The shape of libuv. */
#ifndef UV_H
#define UV_H
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>
#include <sys/types.h>
#ifdef __cplusplus
extern "C" {
#endif

typedef struct uv_loop_s uv_loop_t;
typedef struct uv_handle_s uv_handle_t;
typedef struct uv_stream_s uv_stream_t;
typedef struct uv_tcp_s uv_tcp_t;
typedef struct uv_timer_s uv_timer_t;
typedef struct uv_idle_s uv_idle_t;
typedef struct uv_async_s uv_async_t;
typedef struct uv_poll_s uv_poll_t;
typedef struct uv_signal_s uv_signal_t;
typedef struct uv_write_s uv_write_t;
typedef struct uv_work_s uv_work_t;
typedef struct uv_fs_s uv_fs_t;
typedef struct uv_process_s uv_process_t;

typedef struct {
  char *base;
  size_t len;
} uv_buf_t;

struct uv_loop_s {
  void *data;
};
struct uv_handle_s {
  void *data;
  uv_loop_t *loop;
};
struct uv_stream_s {
  void *data;
  uv_loop_t *loop;
};
struct uv_tcp_s {
  void *data;
  uv_loop_t *loop;
};
struct uv_timer_s {
  void *data;
  uv_loop_t *loop;
};
struct uv_idle_s {
  void *data;
  uv_loop_t *loop;
};
struct uv_async_s {
  void *data;
  uv_loop_t *loop;
};
struct uv_poll_s {
  void *data;
  uv_loop_t *loop;
};
struct uv_signal_s {
  void *data;
  uv_loop_t *loop;
};
struct uv_write_s {
  void *data;
};
struct uv_work_s {
  void *data;
  uv_loop_t *loop;
};
struct uv_fs_s {
  void *data;
  uv_loop_t *loop;
  ssize_t result;
};
struct uv_process_s {
  void *data;
};

typedef int uv_file;
typedef enum { UV_RUN_DEFAULT, UV_RUN_ONCE, UV_RUN_NOWAIT } uv_run_mode;
enum uv_poll_event { UV_READABLE = 1, UV_WRITABLE = 2 };

typedef void (*uv_alloc_cb)(uv_handle_t *handle, size_t suggested, uv_buf_t *buf);
typedef void (*uv_read_cb)(uv_stream_t *stream, ssize_t nread, const uv_buf_t *buf);
typedef void (*uv_write_cb)(uv_write_t *req, int status);
typedef void (*uv_connection_cb)(uv_stream_t *server, int status);
typedef void (*uv_close_cb)(uv_handle_t *handle);
typedef void (*uv_timer_cb)(uv_timer_t *handle);
typedef void (*uv_idle_cb)(uv_idle_t *handle);
typedef void (*uv_async_cb)(uv_async_t *handle);
typedef void (*uv_poll_cb)(uv_poll_t *handle, int status, int events);
typedef void (*uv_signal_cb)(uv_signal_t *handle, int signum);
typedef void (*uv_work_cb)(uv_work_t *req);
typedef void (*uv_after_work_cb)(uv_work_t *req, int status);
typedef void (*uv_fs_cb)(uv_fs_t *req);
typedef void (*uv_exit_cb)(uv_process_t *, int64_t exit_status, int term_signal);

typedef struct uv_process_options_s {
  uv_exit_cb exit_cb;
  const char *file;
  char **args;
} uv_process_options_t;

uv_loop_t *uv_default_loop(void);
int uv_run(uv_loop_t *, uv_run_mode mode);
void uv_stop(uv_loop_t *);
void uv_close(uv_handle_t *handle, uv_close_cb close_cb);
int uv_timer_init(uv_loop_t *, uv_timer_t *handle);
int uv_timer_start(uv_timer_t *handle, uv_timer_cb cb, uint64_t timeout, uint64_t repeat);
int uv_timer_stop(uv_timer_t *handle);
int uv_idle_init(uv_loop_t *, uv_idle_t *idle);
int uv_idle_start(uv_idle_t *idle, uv_idle_cb cb);
int uv_idle_stop(uv_idle_t *idle);
int uv_async_init(uv_loop_t *, uv_async_t *async, uv_async_cb async_cb);
int uv_async_send(uv_async_t *async);
int uv_poll_init(uv_loop_t *, uv_poll_t *handle, int fd);
int uv_poll_start(uv_poll_t *handle, int events, uv_poll_cb cb);
int uv_signal_init(uv_loop_t *, uv_signal_t *handle);
int uv_signal_start(uv_signal_t *handle, uv_signal_cb cb, int signum);
int uv_tcp_init(uv_loop_t *, uv_tcp_t *handle);
int uv_listen(uv_stream_t *stream, int backlog, uv_connection_cb cb);
int uv_accept(uv_stream_t *server, uv_stream_t *client);
int uv_read_start(uv_stream_t *, uv_alloc_cb alloc_cb, uv_read_cb read_cb);
int uv_write(uv_write_t *req, uv_stream_t *handle, const uv_buf_t bufs[], unsigned nbufs, uv_write_cb cb);
int uv_queue_work(uv_loop_t *, uv_work_t *req, uv_work_cb work_cb, uv_after_work_cb after_work_cb);
int uv_fs_open(uv_loop_t *, uv_fs_t *req, const char *path, int flags, int mode, uv_fs_cb cb);
int uv_fs_read(uv_loop_t *, uv_fs_t *req, uv_file file, const uv_buf_t bufs[], unsigned nbufs, int64_t offset,
               uv_fs_cb cb);
int uv_spawn(uv_loop_t *, uv_process_t *handle, const uv_process_options_t *options);
uv_buf_t uv_buf_init(char *base, unsigned len);
void uv_sleep(unsigned msec);

#ifdef __cplusplus
}
#endif
#endif
