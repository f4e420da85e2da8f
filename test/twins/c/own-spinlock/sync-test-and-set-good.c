// The stats reader takes the __sync_lock_test_and_set lock like the writers.
#include <pthread.h>
#include <sched.h>
#include <stdio.h>

static int stat_lock;
static unsigned hits, misses;

static void spin_acquire(int *l)
{
    while (__sync_lock_test_and_set(l, 1))
        sched_yield();
}

static void spin_release(int *l)
{
    __sync_lock_release(l);
}

static void *lookup(void *arg)
{
    (void)arg;
    for (int i = 0; i < 80; i++) {
        spin_acquire(&stat_lock);
        if (i & 1)
            hits++;
        else
            misses++;
        spin_release(&stat_lock);
    }
    return NULL;
}

int main(void)
{
    pthread_t t;
    unsigned h, m;

    pthread_create(&t, NULL, lookup, NULL);
    spin_acquire(&stat_lock);
    h = hits;
    m = misses;
    spin_release(&stat_lock);
    pthread_join(t, NULL);
    printf("%u/%u\n", h, m);
    return 0;
}
