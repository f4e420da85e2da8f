// Each loop round joins its thread before touching the counter.
#include <pthread.h>
#include <stdio.h>

static int generation;

static void *evolve(void *arg)
{
    int by = *(int *)arg;
    generation += by;
    return NULL;
}

int main(void)
{
    for (int round = 1; round <= 5; round++) {
        pthread_t t;
        int by = round;

        if (pthread_create(&t, NULL, evolve, &by) != 0)
            break;
        pthread_join(t, NULL);
        generation += 100;
    }
    printf("generation %d\n", generation);
    return 0;
}
