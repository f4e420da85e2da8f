// The thread is cancelled and joined before its unlocked statistics are read.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static unsigned long polls;

static void *poller(void *arg)
{
    (void)arg;
    for (;;) {
        polls++;
        usleep(50);
    }
    return NULL;
}

int main(void)
{
    pthread_t t;
    unsigned long n;

    if (pthread_create(&t, NULL, poller, NULL) != 0)
        return 1;
    usleep(1000);
    pthread_cancel(t);
    pthread_join(t, NULL);
    n = polls;
    printf("%lu\n", n);
    return 0;
}
