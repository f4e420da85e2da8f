// The callback reads from the descriptor that is readable.
#include <event2/event.h>
#include <stdio.h>
#include <unistd.h>

static void on_readable(evutil_socket_t fd, short what, void *context)
{
    char line[80];
    (void)what; (void)context;
    if (read(fd, line, sizeof line) > 0)
        line[0] = '\0';
}

void watch(struct event_base *base, int fd)
{
    struct event *ev = event_new(base, fd, EV_READ | EV_PERSIST, on_readable, NULL);
    event_add(ev, NULL);
}
