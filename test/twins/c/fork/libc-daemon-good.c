// daemon() is called first.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
static unsigned beats;

static void *heart(void *arg)
{
    for (int i = 0; i < 100; i++) {
        pthread_mutex_lock(&m);
        beats++;
        pthread_mutex_unlock(&m);
        usleep(1000);
    }
    return arg;
}

int main(void)
{
    pthread_t t;

    if (daemon(1, 1) < 0)
        return 1;
    pthread_create(&t, NULL, heart, NULL);
    pthread_mutex_lock(&m);
    printf("%u\n", beats);
    pthread_mutex_unlock(&m);
    pthread_join(t, NULL);
    return 0;
}
