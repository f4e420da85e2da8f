// The second worker is started before the first one, which writes the same table, is joined.
#include <pthread.h>
#include <stdio.h>

static int table[32];

static void *fill(void *arg)
{
    (void)arg;
    for (int i = 0; i < 32; i++)
        table[i] = i * i; // BUG: unlocked-global
    return NULL;
}

static void *scale(void *arg)
{
    int k = *(const int *)arg;
    for (int i = 0; i < 32; i++)
        table[i] *= k; // BUG: unlocked-global
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    int k = 3;

    pthread_create(&a, NULL, fill, NULL);
    pthread_create(&b, NULL, scale, &k);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d\n", table[5]);
    return 0;
}
