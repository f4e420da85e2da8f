// One of the two threads bumps the counter with a plain += instead of __atomic_fetch_add.
#include <pthread.h>
#include <stdio.h>

static long bytes_in;

static void *net_reader(void *arg)
{
    (void)arg;
    for (int i = 0; i < 50; i++)
        __atomic_fetch_add(&bytes_in, 512, __ATOMIC_RELAXED);
    return NULL;
}

static void *disk_reader(void *arg)
{
    (void)arg;
    for (int i = 0; i < 50; i++)
        bytes_in += 4096; // BUG: unlocked-global
    return NULL;
}

int main(void)
{
    pthread_t n, d;

    pthread_create(&n, NULL, net_reader, NULL);
    pthread_create(&d, NULL, disk_reader, NULL);
    pthread_join(n, NULL);
    pthread_join(d, NULL);
    printf("%ld\n", bytes_in);
    return 0;
}
