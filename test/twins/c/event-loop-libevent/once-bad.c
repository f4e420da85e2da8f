// The callback that runs once resolves a name, two calls down.
#include <arpa/inet.h>
#include <event2/event.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>

static const char *name_of(const struct sockaddr_in *peer)
{
    static char text[NI_MAXHOST];
    if (getnameinfo((const struct sockaddr *)peer, sizeof *peer, text, sizeof text, NULL, 0, 0) != 0) // BUG: blocking-in-coroutine
        return "unknown";
    return text;
}

static void log_peer(const struct sockaddr_in *peer)
{
    fprintf(stderr, "peer %s\n", name_of(peer));
}

static void greet(evutil_socket_t fd, short what, void *peer)
{
    (void)fd;
    (void)what;
    log_peer(peer);
}

int schedule(struct event_base *base, struct sockaddr_in *peer)
{
    struct timeval now = {0, 0};
    return event_base_once(base, -1, EV_TIMEOUT, greet, peer, &now);
}
