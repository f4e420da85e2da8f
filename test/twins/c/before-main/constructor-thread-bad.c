// A constructor function starts a thread that nobody joins (tsan-cannot-see the order).
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static void *sampler(void *arg)
{
    for (;;)
        usleep(1000);
    return arg;
}

__attribute__((constructor)) static void begin_sampling(void)
{
    pthread_t tid;
    pthread_attr_t detached;

    pthread_attr_init(&detached);
    pthread_attr_setdetachstate(&detached, PTHREAD_CREATE_DETACHED);
    pthread_create(&tid, &detached, sampler, NULL); // BUG: process-unsafe-entry
}

int main(void)
{
    puts("main");
    return 0;
}
