// The reset goes through the global pointer under the lock that lives behind it.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct pool {
    pthread_mutex_t lock;
    int free_slots;
};

static struct pool *the_pool;

static int pool_take(void)
{
    int ok = 0;
    pthread_mutex_lock(&the_pool->lock);
    if (the_pool->free_slots > 0) {
        the_pool->free_slots--;
        ok = 1;
    }
    pthread_mutex_unlock(&the_pool->lock);
    return ok;
}

static void pool_reset(void)
{
    pthread_mutex_lock(&the_pool->lock);
    the_pool->free_slots = 32;
    pthread_mutex_unlock(&the_pool->lock);
}

static void *taker(void *arg)
{
    (void)arg;
    for (int i = 0; i < 64; i++)
        if (!pool_take())
            pool_reset();
    return NULL;
}

int main(void)
{
    pthread_t t[2];

    the_pool = malloc(sizeof *the_pool);
    if (!the_pool || pthread_mutex_init(&the_pool->lock, NULL) != 0)
        return 1;
    the_pool->free_slots = 32;
    for (int i = 0; i < 2; i++)
        pthread_create(&t[i], NULL, taker, NULL);
    pool_reset();
    for (int i = 0; i < 2; i++)
        pthread_join(t[i], NULL);
    pthread_mutex_destroy(&the_pool->lock);
    free(the_pool);
    puts("done");
    return 0;
}
