// missed-alarm-today: The two halves that the threads fill overlap by one element.
#include <pthread.h>
#include <stdio.h>

#define N 32

static int samples[N];

static void fill(int from, int to, int v)
{
    for (int i = from; i < to; i++)
        samples[i] = v + i; // BUG: unlocked-global
}

static void *lower(void *arg)
{
    fill(0, N / 2 + 1, *(int *)arg);
    return NULL;
}

static void *upper(void *arg)
{
    fill(N / 2, N, *(int *)arg);
    return NULL;
}

int main(void)
{
    pthread_t l, u;
    int a = 0, b = 1000;

    pthread_create(&l, NULL, lower, &a);
    pthread_create(&u, NULL, upper, &b);
    pthread_join(l, NULL);
    pthread_join(u, NULL);
    printf("%d %d\n", samples[0], samples[N - 1]);
    return 0;
}
