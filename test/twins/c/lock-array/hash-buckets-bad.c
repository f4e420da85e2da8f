// missed-alarm-today: The remove function locks the bucket of another hash than the one it empties.
#include <pthread.h>
#include <stdio.h>

#define NB 8

static pthread_mutex_t bucket_lock[NB];
static unsigned bucket[NB];

static unsigned hash(unsigned k)
{
    return k * 2654435761u >> 29;
}

static void add(unsigned key)
{
    unsigned h = hash(key);
    pthread_mutex_lock(&bucket_lock[h]);
    bucket[h] |= key; // BUG: unlocked-global
    pthread_mutex_unlock(&bucket_lock[h]);
}

static void empty(unsigned key)
{
    unsigned h = hash(key);
    pthread_mutex_lock(&bucket_lock[key % NB]);
    bucket[h] = 0; // BUG: unlocked-global
    pthread_mutex_unlock(&bucket_lock[key % NB]);
}

static void *adder(void *arg)
{
    (void)arg;
    for (unsigned k = 1; k < 200; k++)
        add(k);
    return NULL;
}

static void *cleaner(void *arg)
{
    (void)arg;
    for (unsigned k = 1; k < 200; k += 2)
        empty(k);
    return NULL;
}

int main(void)
{
    pthread_t a, c;

    for (int i = 0; i < NB; i++)
        pthread_mutex_init(&bucket_lock[i], NULL);
    pthread_create(&a, NULL, adder, NULL);
    pthread_create(&c, NULL, cleaner, NULL);
    pthread_join(a, NULL);
    pthread_join(c, NULL);
    printf("%x\n", bucket[0]);
    return 0;
}
