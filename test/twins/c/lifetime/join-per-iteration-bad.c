// Each loop round starts a thread and then touches the counter before joining it.
#include <pthread.h>
#include <stdio.h>

static int generation;

static void *evolve(void *arg)
{
    int by = *(int *)arg;
    generation += by; // BUG: unlocked-global
    return NULL;
}

int main(void)
{
    for (int round = 1; round <= 5; round++) {
        pthread_t t;
        int by = round;

        if (pthread_create(&t, NULL, evolve, &by) != 0)
            break;
        generation += 100; // BUG: unlocked-global
        pthread_join(t, NULL);
    }
    printf("generation %d\n", generation);
    return 0;
}
