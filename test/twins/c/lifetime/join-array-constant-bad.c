// missed-alarm-today: Only three of the four workers are joined before the unlocked read of the sum.
#include <pthread.h>
#include <stdio.h>

#define NWORKERS 4

static pthread_mutex_t sum_lock = PTHREAD_MUTEX_INITIALIZER;
static int sum;

static void *work(void *arg)
{
    int step = *(int *)arg;

    for (int i = 0; i < 50; i++) {
        pthread_mutex_lock(&sum_lock);
        sum += step;
        pthread_mutex_unlock(&sum_lock);
    }
    return NULL;
}

int main(void)
{
    pthread_t tids[NWORKERS];
    int steps[NWORKERS] = {1, 2, 3, 4};

    for (int i = 0; i < NWORKERS; i++)
        pthread_create(&tids[i], NULL, work, &steps[i]);
    for (int i = 0; i < NWORKERS - 1; i++)
        pthread_join(tids[i], NULL);
    printf("sum = %d\n", sum); // BUG: unlocked-global
    pthread_join(tids[NWORKERS - 1], NULL);
    return 0;
}
