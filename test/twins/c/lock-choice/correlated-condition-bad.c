// missed-alarm-today: The lock is taken when threaded is set but the threaded flag is off although a thread runs.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t heap_lock = PTHREAD_MUTEX_INITIALIZER;
static int threaded;
static size_t heap_used;

static void heap_take(size_t n)
{
    if (threaded)
        pthread_mutex_lock(&heap_lock);
    heap_used += n; // BUG: unlocked-global
    if (threaded)
        pthread_mutex_unlock(&heap_lock);
}

static void *work(void *arg)
{
    (void)arg;
    for (int i = 0; i < 20; i++)
        heap_take(16);
    return NULL;
}

int main(void)
{
    pthread_t t;

    heap_take(64);
    threaded = 0;
    if (pthread_create(&t, NULL, work, NULL) != 0)
        return 1;
    heap_take(32);
    pthread_join(t, NULL);
    threaded = 0;
    heap_take(8);
    printf("%zu\n", heap_used);
    return 0;
}
