// The total is printed before the thread that computes it has been joined.
#include <pthread.h>
#include <stdio.h>

static unsigned long total;

static void add_range(unsigned lo, unsigned hi)
{
    for (unsigned i = lo; i < hi; i++)
        total += i; // BUG: unlocked-global
}

static void *summer(void *unused)
{
    (void)unused;
    add_range(0, 500);
    add_range(500, 1000);
    return NULL;
}

int main(void)
{
    pthread_t t;

    if (pthread_create(&t, NULL, summer, NULL))
        return 1;
    printf("total %lu\n", total); // BUG: unlocked-global
    pthread_join(t, NULL);
    return 0;
}
