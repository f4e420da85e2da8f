// The comparator counts comparisons in a global while both threads sort.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static unsigned comparisons;

static int by_value(const void *a, const void *b)
{
    int x = *(const int *)a, y = *(const int *)b;

    comparisons++; // BUG: unlocked-global
    return (x > y) - (x < y);
}

struct work { int v[32]; unsigned cost; };

static void *sorter(void *arg)
{
    struct work *w = arg;

    for (int i = 0; i < 32; i++)
        w->v[i] = (i * 37 + 11) % 32;
    qsort(w->v, 32, sizeof w->v[0], by_value);
    w->cost = comparisons; // BUG: unlocked-global
    return NULL;
}

int main(void)
{
    static struct work work[2];
    pthread_t t[2];

    for (int i = 0; i < 2; i++)
        pthread_create(&t[i], NULL, sorter, &work[i]);
    for (int i = 0; i < 2; i++)
        pthread_join(t[i], NULL);
    printf("%u %u\n", work[0].cost, work[1].cost);
    return 0;
}
