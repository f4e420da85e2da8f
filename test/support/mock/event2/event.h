/* The shape of libevent. */
#ifndef EVENT2_EVENT_H
#define EVENT2_EVENT_H
#include <stddef.h>
#include <sys/time.h>
#ifdef __cplusplus
extern "C" {
#endif

struct event_base;
struct event;
typedef int evutil_socket_t;
typedef void (*event_callback_fn)(evutil_socket_t, short, void *);

#define EV_TIMEOUT 0x01
#define EV_READ 0x02
#define EV_WRITE 0x04
#define EV_SIGNAL 0x08
#define EV_PERSIST 0x10

struct event_base *event_base_new(void);
int event_base_dispatch(struct event_base *);
int event_base_once(struct event_base *, evutil_socket_t, short, event_callback_fn, void *, const struct timeval *);
int event_base_loopexit(struct event_base *, const struct timeval *);
struct event *event_new(struct event_base *, evutil_socket_t, short, event_callback_fn, void *);
int event_assign(struct event *, struct event_base *, evutil_socket_t, short, event_callback_fn, void *);
int event_add(struct event *ev, const struct timeval *timeout);
void event_free(struct event *);
int evutil_make_socket_nonblocking(evutil_socket_t sock);
#define evtimer_new(b, cb, arg) event_new((b), -1, 0, (cb), (arg))
#define evsignal_new(b, x, cb, arg) event_new((b), (x), EV_SIGNAL | EV_PERSIST, (cb), (arg))

#ifdef __cplusplus
}
#endif
#endif
