// Two threads add to different elements of an array.
#include <pthread.h>
#include <stdio.h>

enum { CAT_READ, CAT_WRITE, CAT_COUNT };

static long tally[CAT_COUNT];

static void *reads(void *arg)
{
    (void)arg;
    for (int i = 0; i < 60; i++)
        tally[CAT_READ] += i;
    return NULL;
}

static void *writes(void *arg)
{
    (void)arg;
    for (int i = 0; i < 60; i++)
        tally[CAT_WRITE] += 2 * i;
    return NULL;
}

int main(void)
{
    pthread_t r, w;

    pthread_create(&r, NULL, reads, NULL);
    pthread_create(&w, NULL, writes, NULL);
    pthread_join(r, NULL);
    pthread_join(w, NULL);
    for (int i = 0; i < CAT_COUNT; i++)
        printf("%ld\n", tally[i]);
    return 0;
}
