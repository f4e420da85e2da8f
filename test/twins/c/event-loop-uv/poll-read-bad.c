// The callback of a descriptor reads from a socket of its own making.
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <uv.h>

static void on_poll(uv_poll_t *handle, int status, int events)
{
    int fd = *(int *)handle->data;
    char buffer[32];
    if (status < 0 || !(events & UV_READABLE))
        return;
    struct sockaddr_in peer;
    int other = socket(AF_INET, SOCK_STREAM, 0);
    memset(&peer, 0, sizeof peer);
    if (connect(other, (struct sockaddr *)&peer, sizeof peer) < 0) // BUG: blocking-in-coroutine
        close(other);
    if (read(fd, buffer, sizeof buffer) <= 0)
        uv_close((uv_handle_t *)handle, NULL);
}

void watch(uv_loop_t *loop, uv_poll_t *handle, int *fd)
{
    handle->data = fd;
    uv_poll_init(loop, handle, *fd);
    uv_poll_start(handle, UV_READABLE, on_poll);
}
