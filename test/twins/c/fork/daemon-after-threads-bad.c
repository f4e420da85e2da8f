// The process becomes a daemon after its threads were started: they stay behind (tsan-cannot-see processes).
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

static void become_daemon(void)
{
    pid_t pid = fork(); // BUG: process-unsafe-entry

    if (pid < 0)
        exit(1);
    if (pid > 0)
        _exit(0);
    setsid();
    close(0);
    open("/dev/null", O_RDWR);
}

static void *flusher(void *arg)
{
    for (;;)
        sleep(5);
    return arg;
}

int main(void)
{
    pthread_t flush;

    pthread_create(&flush, NULL, flusher, NULL);
    become_daemon();
    for (int i = 0; i < 3; i++)
        sleep(1);
    return 0;
}
