// Main holds the lock while it creates the worker, but that does not cover the worker's own write.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t big_lock = PTHREAD_MUTEX_INITIALIZER;
static int phase;

static void *worker(void *arg)
{
    (void)arg;
    phase = phase * 2 + 1; // BUG: unlocked-global
    return NULL;
}

int main(void)
{
    pthread_t t;
    int rc;

    pthread_mutex_lock(&big_lock);
    rc = pthread_create(&t, NULL, worker, NULL);
    phase = 4;
    pthread_mutex_unlock(&big_lock);
    if (rc != 0)
        return 1;
    pthread_join(t, NULL);
    printf("%d\n", phase);
    return 0;
}
