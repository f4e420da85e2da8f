// The short-circuit condition calls the function that takes the lock and reads the limit there.
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>

static pthread_mutex_t lim_lock = PTHREAD_MUTEX_INITIALIZER;
static int limit = 100;

static bool below_limit(int v)
{
    bool r;
    pthread_mutex_lock(&lim_lock);
    r = v < limit;
    pthread_mutex_unlock(&lim_lock);
    return r;
}

static void *lower(void *arg)
{
    (void)arg;
    for (int i = 0; i < 50; i++) {
        pthread_mutex_lock(&lim_lock);
        limit--;
        pthread_mutex_unlock(&lim_lock);
    }
    return NULL;
}

int main(void)
{
    pthread_t t;
    int passed = 0;

    pthread_create(&t, NULL, lower, NULL);
    for (int v = 0; v < 100; v++)
        if (v % 2 == 0 && below_limit(10) && below_limit(v))
            passed++;
    pthread_join(t, NULL);
    printf("%d\n", passed);
    return 0;
}
