// The locked flag is set before the try, so a failed try also counts as held.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t cache_mutex = PTHREAD_MUTEX_INITIALIZER;
static int cache_entries;

static int cache_add(int force)
{
    int got = pthread_mutex_trylock(&cache_mutex) == 0, locked = 1;

    if (!got && force) {
        pthread_mutex_lock(&cache_mutex);
        got = 1;
        locked = 1;
    }
    if (locked)
        cache_entries++; // BUG: unlocked-global
    usleep(10);
    if (got)
        pthread_mutex_unlock(&cache_mutex);
    return locked;
}

static void *filler(void *arg)
{
    int n = 0;
    for (int i = 0; i < 40; i++)
        n += cache_add(i % 4 == 0);
    *(int *)arg = n;
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    int na = 0, nb = 0;

    pthread_create(&a, NULL, filler, &na);
    pthread_create(&b, NULL, filler, &nb);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d of %d\n", na + nb, cache_entries);
    return 0;
}
