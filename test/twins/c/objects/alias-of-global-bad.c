// A local pointer to the global is used for the write and the lock is taken too late.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t lk = PTHREAD_MUTEX_INITIALIZER;
static int temperature = 20;

static void adjust(int by)
{
    int *p = &temperature;

    *p += by; // BUG: unlocked-global
    pthread_mutex_lock(&lk);
    if (*p > 100)
        *p = 100;
    pthread_mutex_unlock(&lk);
}

static void *heat(void *arg)
{
    (void)arg;
    for (int i = 0; i < 1000; i++)
        adjust(3);
    return NULL;
}

static void *cool(void *arg)
{
    (void)arg;
    for (int i = 0; i < 1000; i++)
        adjust(-2);
    return NULL;
}

int main(void)
{
    pthread_t h, c;
    pthread_create(&h, NULL, heat, NULL);
    pthread_create(&c, NULL, cool, NULL);
    pthread_join(h, NULL);
    pthread_join(c, NULL);
    printf("%d\n", temperature);
    return 0;
}
