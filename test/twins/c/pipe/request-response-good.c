// The client writes the request before it sends the wake-up byte over the socket.
#include <pthread.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

static int wake[2];
static struct { int op, arg; } request;

static void *server(void *result)
{
    char c;

    if (read(wake[1], &c, 1) != 1)
        return NULL;
    if (request.op == '+')
        *(int *)result = request.arg + 1;
    return NULL;
}

static void send_request(int op, int arg)
{
    request.op = op;
    request.arg = arg;
    if (write(wake[0], "w", 1) != 1)
        perror("write");
}

int main(void)
{
    pthread_t s;
    int result = 0;

    if (socketpair(AF_UNIX, SOCK_STREAM, 0, wake) != 0)
        return 1;
    pthread_create(&s, NULL, server, &result);
    send_request('+', 41);
    pthread_join(s, NULL);
    printf("%d\n", result);
    return 0;
}
