// A function that runs at exit starts a thread and waits for it.
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

    if (pthread_create(&t, NULL, upload, NULL) == 0)
        pthread_join(t, NULL);
}

int main(void)
{
    atexit(flush_all);
    return 0;
}
