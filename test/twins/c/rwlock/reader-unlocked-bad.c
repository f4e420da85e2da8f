// The reader of the routing table takes no lock at all.
#include <pthread.h>
#include <stdio.h>

static pthread_rwlock_t routes_lock;
static int routes[8];

static void route_set(int dst, int hop)
{
    pthread_rwlock_wrlock(&routes_lock);
    routes[dst & 7] = hop;
    pthread_rwlock_unlock(&routes_lock);
}

static int route_get(int dst)
{
    int hop;

    hop = routes[dst & 7]; // BUG: unlocked-global
    return hop;
}

static void *updater(void *arg)
{
    (void)arg;
    for (int i = 0; i < 64; i++)
        route_set(i, i * 3);
    return NULL;
}

static void *forwarder(void *arg)
{
    long *sum = arg;
    for (int i = 0; i < 64; i++)
        *sum += route_get(i);
    return NULL;
}

int main(void)
{
    pthread_t u, f;
    long sum = 0;

    if (pthread_rwlock_init(&routes_lock, NULL) != 0)
        return 1;
    pthread_create(&u, NULL, updater, NULL);
    pthread_create(&f, NULL, forwarder, &sum);
    pthread_join(u, NULL);
    pthread_join(f, NULL);
    pthread_rwlock_destroy(&routes_lock);
    printf("%ld\n", sum);
    return 0;
}
