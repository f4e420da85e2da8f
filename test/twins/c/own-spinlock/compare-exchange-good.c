// The compare-exchange is repeated until it succeeds, so only one thread enters.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <unistd.h>

static atomic_int owner;
static double energy;

static void lock_for(int id)
{
    int expected = 0;
    while (!atomic_compare_exchange_strong(&owner, &expected, id))
        expected = 0;
}

static void *transfer(void *arg)
{
    int id = *(int *)arg;

    for (int i = 0; i < 50; i++) {
        lock_for(id);
        energy += id * 0.5;
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
