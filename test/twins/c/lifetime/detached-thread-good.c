// A detached ticker writes the tick count that main polls under the same lock.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t tick_mutex = PTHREAD_MUTEX_INITIALIZER;
static unsigned ticks;

static void *ticker(void *unused)
{
    (void)unused;
    for (int i = 0; i < 20; i++) {
        pthread_mutex_lock(&tick_mutex);
        ++ticks;
        pthread_mutex_unlock(&tick_mutex);
        usleep(100);
    }
    return NULL;
}

static unsigned now(void)
{
    unsigned t;
    pthread_mutex_lock(&tick_mutex);
    t = ticks;
    pthread_mutex_unlock(&tick_mutex);
    return t;
}

int main(void)
{
    pthread_t t;
    pthread_attr_t attr;

    pthread_attr_init(&attr);
    pthread_attr_setdetachstate(&attr, PTHREAD_CREATE_DETACHED);
    if (pthread_create(&t, &attr, ticker, NULL) != 0)
        return 1;
    pthread_attr_destroy(&attr);
    for (int i = 0; i < 10; i++) {
        printf("%u\n", now());
        usleep(200);
    }
    return 0;
}
