// The increment helper is handed the address of a local of each thread.
#include <pthread.h>
#include <stdio.h>

static int processed;

static void inc(int *counter)
{
    ++*counter;
}

static void *process(void *arg)
{
    int own = 0;

    for (int i = 0; i < 64; i++)
        inc(&own);
    *(int *)arg += own;
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    int na = 0, nb = 0;

    pthread_create(&a, NULL, process, &na);
    pthread_create(&b, NULL, process, &nb);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    processed += na + nb;
    printf("%d\n", processed);
    return 0;
}
