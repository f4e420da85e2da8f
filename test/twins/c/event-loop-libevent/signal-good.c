// The callback of a signal takes the children that have ended.
#include <event2/event.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>

static void on_child(evutil_socket_t number, short what, void *count)
{
    int status;
    (void)number; (void)what;
    while (waitpid(-1, &status, WNOHANG) > 0)
        --*(int *)count;
}

int main(void)
{
    static int children = 2;
    struct event_base *base = event_base_new();
    event_add(evsignal_new(base, SIGCHLD, on_child, &children), NULL);
    event_base_dispatch(base);
    printf("%d left\n", children);
    return 0;
}
