// The callback of a connection asks for a host's address.
#include <event2/event.h>
#include <event2/listener.h>
#include <netdb.h>
#include <netinet/in.h>
#include <string.h>

static struct addrinfo *upstream;

static void accepted(struct evconnlistener *listener, evutil_socket_t fd,
                     struct sockaddr *peer, int length, void *host)
{
    (void)listener; (void)fd; (void)peer; (void)length;
    if (getaddrinfo(host, "80", NULL, &upstream) != 0) // BUG: blocking-in-coroutine
        upstream = NULL;
}

int main(int argc, char **argv)
{
    struct event_base *base = event_base_new();
    struct sockaddr_in here;
    memset(&here, 0, sizeof here);
    here.sin_family = AF_INET;
    here.sin_port = htons(9000);
    evconnlistener_new_bind(base, accepted, argv[argc - 1], 0, -1, (struct sockaddr *)&here, sizeof here);
    return event_base_dispatch(base);
}
