/* The shape of libevent's listeners. */
#ifndef EVENT2_LISTENER_H
#define EVENT2_LISTENER_H
#include "event2/event.h"
#include <sys/socket.h>
#ifdef __cplusplus
extern "C" {
#endif

struct evconnlistener;
typedef void (*evconnlistener_cb)(struct evconnlistener *, evutil_socket_t, struct sockaddr *, int socklen, void *);
struct evconnlistener *evconnlistener_new_bind(struct event_base *base, evconnlistener_cb cb, void *ptr,
                                               unsigned flags, int backlog, const struct sockaddr *sa, int socklen);

#ifdef __cplusplus
}
#endif
#endif
