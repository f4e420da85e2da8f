// The followers read the plan before the barrier that the leader passes after writing it.
#include <pthread.h>
#include <stdio.h>

static pthread_barrier_t ready;
static int plan;

static void *leader(void *arg)
{
    (void)arg;
    plan = 42; // BUG: unlocked-global
    pthread_barrier_wait(&ready);
    return NULL;
}

static void *follower(void *arg)
{
    int *out = arg;

    *out = plan; // BUG: unlocked-global
    pthread_barrier_wait(&ready);
    return NULL;
}

int main(void)
{
    pthread_t l, f[2];
    int seen[2];

    pthread_barrier_init(&ready, NULL, 3);
    pthread_create(&l, NULL, leader, NULL);
    for (int i = 0; i < 2; i++)
        pthread_create(&f[i], NULL, follower, &seen[i]);
    pthread_join(l, NULL);
    for (int i = 0; i < 2; i++)
        pthread_join(f[i], NULL);
    printf("%d %d\n", seen[0], seen[1]);
    return 0;
}
