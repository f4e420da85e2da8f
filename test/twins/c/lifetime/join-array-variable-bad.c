// The final read happens between the loop that creates n workers and the loop that joins them.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

#define MAX 8

static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static long hits;

static void *shoot(void *arg)
{
    unsigned seed = (unsigned)(size_t)arg;
    int i;

    for (i = 0; i < 100; i++) {
        if (rand_r(&seed) % 3 == 0) {
            pthread_mutex_lock(&mu);
            hits++;
            pthread_mutex_unlock(&mu);
        }
    }
    return NULL;
}

int main(int argc, char **argv)
{
    pthread_t th[MAX];
    int n = argc > 1 ? atoi(argv[1]) : 3;
    int i;

    if (n < 1 || n > MAX)
        n = MAX;
    for (i = 0; i < n; i++)
        pthread_create(th + i, NULL, shoot, (void *)(size_t)(i + 1));
    printf("hits: %ld\n", hits); // BUG: unlocked-global
    for (i = 0; i < n; i++)
        pthread_join(th[i], NULL);
    return 0;
}
