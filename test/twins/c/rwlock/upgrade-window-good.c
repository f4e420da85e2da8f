// The cache fills the entry once it holds the write lock.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_rwlock_t cache_rw = PTHREAD_RWLOCK_INITIALIZER;
static int cached = -1;

static int compute(void)
{
    int s = 0;
    for (int i = 0; i < 1000; i++)
        s ^= i;
    usleep(500);
    return s;
}

static int lookup(void)
{
    int v;

    pthread_rwlock_rdlock(&cache_rw);
    v = cached;
    pthread_rwlock_unlock(&cache_rw);
    if (v >= 0)
        return v;
    v = compute();
    pthread_rwlock_wrlock(&cache_rw);
    cached = v;
    v = cached;
    pthread_rwlock_unlock(&cache_rw);
    return v;
}

static void *user(void *out)
{
    *(int *)out = lookup();
    return NULL;
}

int main(void)
{
    pthread_t t[3];
    int v[3];

    for (int i = 0; i < 3; i++)
        pthread_create(&t[i], NULL, user, &v[i]);
    for (int i = 0; i < 3; i++)
        pthread_join(t[i], NULL);
    printf("%d %d %d\n", v[0], v[1], v[2]);
    return 0;
}
