// main starts the thread.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static void *sampler(void *arg)
{
    for (;;)
        usleep(1000);
    return arg;
}

static void begin_sampling(void)
{
    pthread_t tid;
    pthread_attr_t detached;

    pthread_attr_init(&detached);
    pthread_attr_setdetachstate(&detached, PTHREAD_CREATE_DETACHED);
    pthread_create(&tid, &detached, sampler, NULL);
}

int main(void)
{
    begin_sampling();
    puts("main");
    return 0;
}
