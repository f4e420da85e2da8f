/* The shape of libev: watchers hold their callback, macros put it there. */
#ifndef EV_H_
#define EV_H_
#include <string.h>
#ifdef __cplusplus
extern "C" {
#endif

struct ev_loop;
typedef double ev_tstamp;

#define EV_WATCHER(type)                                                                                               \
  int active;                                                                                                          \
  int pending;                                                                                                         \
  int priority;                                                                                                        \
  void *data;                                                                                                          \
  void (*cb)(struct ev_loop * loop, struct type * w, int revents);

typedef struct ev_watcher {
  EV_WATCHER(ev_watcher)
} ev_watcher;
typedef struct ev_io {
  EV_WATCHER(ev_io)
  int fd;
  int events;
} ev_io;
typedef struct ev_timer {
  EV_WATCHER(ev_timer)
  ev_tstamp at;
  ev_tstamp repeat;
} ev_timer;

#define EV_READ 0x01

#define ev_cb_(ev) (ev)->cb
#define ev_set_cb(ev, cb_) (ev_cb_(ev) = (cb_), memmove(&((ev_watcher *)(ev))->cb, &ev_cb_(ev), sizeof(ev_cb_(ev))))
#define ev_init(ev, cb_)                                                                                               \
  do {                                                                                                                 \
    ((ev_watcher *)(void *)(ev))->active = ((ev_watcher *)(void *)(ev))->pending = 0;                                  \
    ev_set_cb((ev), cb_);                                                                                              \
  } while (0)
#define ev_io_set(ev, fd_, events_)                                                                                    \
  do {                                                                                                                 \
    (ev)->fd = (fd_);                                                                                                  \
    (ev)->events = (events_);                                                                                          \
  } while (0)
#define ev_timer_set(ev, after_, repeat_)                                                                              \
  do {                                                                                                                 \
    (ev)->at = (after_);                                                                                               \
    (ev)->repeat = (repeat_);                                                                                          \
  } while (0)
#define ev_io_init(ev, cb, fd, events)                                                                                 \
  do {                                                                                                                 \
    ev_init((ev), (cb));                                                                                               \
    ev_io_set((ev), (fd), (events));                                                                                   \
  } while (0)
#define ev_timer_init(ev, cb, after, repeat)                                                                           \
  do {                                                                                                                 \
    ev_init((ev), (cb));                                                                                               \
    ev_timer_set((ev), (after), (repeat));                                                                             \
  } while (0)

struct ev_loop *ev_default_loop(unsigned flags);
int ev_run(struct ev_loop *loop, int flags);
void ev_io_start(struct ev_loop *loop, ev_io *w);
void ev_timer_start(struct ev_loop *loop, ev_timer *w);

#ifdef __cplusplus
}
#endif
#endif
