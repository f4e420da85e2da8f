/* The shape of libevent's buffered streams. */
#ifndef EVENT2_BUFFEREVENT_H
#define EVENT2_BUFFEREVENT_H
#include "event2/event.h"
#ifdef __cplusplus
extern "C" {
#endif

struct bufferevent;
typedef void (*bufferevent_data_cb)(struct bufferevent *bev, void *ctx);
typedef void (*bufferevent_event_cb)(struct bufferevent *bev, short what, void *ctx);

#define BEV_OPT_CLOSE_ON_FREE 1
#define BEV_EVENT_EOF 0x10

struct bufferevent *bufferevent_socket_new(struct event_base *base, evutil_socket_t fd, int options);
void bufferevent_setcb(struct bufferevent *bufev, bufferevent_data_cb readcb, bufferevent_data_cb writecb,
                       bufferevent_event_cb eventcb, void *cbarg);
int bufferevent_enable(struct bufferevent *bufev, short event);
int bufferevent_write(struct bufferevent *bufev, const void *data, size_t size);
size_t bufferevent_read(struct bufferevent *bufev, void *data, size_t size);
void bufferevent_free(struct bufferevent *bufev);

#ifdef __cplusplus
}
#endif
#endif
