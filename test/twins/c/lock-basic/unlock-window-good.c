// The lock is dropped around a slow call, and the shared state is written once it is held again.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t st_lock = PTHREAD_MUTEX_INITIALIZER;
static int pending = 20;
static int in_flight;

static void slow_io(void)
{
    usleep(100);
}

static void *pump(void *arg)
{
    (void)arg;
    pthread_mutex_lock(&st_lock);
    while (pending > 0) {
        pending--;
        in_flight++;
        pthread_mutex_unlock(&st_lock);
        slow_io();
        pthread_mutex_lock(&st_lock);
        in_flight--;
    }
    pthread_mutex_unlock(&st_lock);
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    pthread_create(&a, NULL, pump, NULL);
    pthread_create(&b, NULL, pump, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d in flight\n", in_flight);
    return 0;
}
