// The compare-exchange is tried once and its result ignored, so both threads may enter.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <unistd.h>

static atomic_int owner;
static double energy;

static void lock_for(int id)
{
    int expected = 0;
    atomic_compare_exchange_strong(&owner, &expected, id);
}

static void *transfer(void *arg)
{
    int id = *(int *)arg;

    for (int i = 0; i < 50; i++) {
        lock_for(id);
        energy += id * 0.5; // BUG: unlocked-global
        usleep(10);
        atomic_store(&owner, 0);
    }
    return NULL;
}

int main(void)
{
    pthread_t t[2];
    int ids[2] = {1, 2};

    for (int i = 0; i < 2; i++)
        pthread_create(&t[i], NULL, transfer, &ids[i]);
    for (int i = 0; i < 2; i++)
        pthread_join(t[i], NULL);
    printf("%.1f\n", energy);
    return 0;
}
