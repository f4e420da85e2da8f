// A function that runs at exit starts a thread and goes away (tsan-cannot-see the end).
#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

static void *upload(void *arg)
{
    usleep(1000);
    return arg;
}

static void flush_all(void)
{
    pthread_t t;

    pthread_create(&t, NULL, upload, NULL); // BUG: process-unsafe-entry
}

int main(void)
{
    atexit(flush_all);
    return 0;
}
