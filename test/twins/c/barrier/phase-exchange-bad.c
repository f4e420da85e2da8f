// missed-alarm-today: Each worker reads its neighbour's cell in the same phase in which the neighbour writes it.
#include <pthread.h>
#include <stdio.h>

#define N 3

static pthread_barrier_t step;
static int cell[N];
static int sums[N];

static void *relax(void *arg)
{
    int me = *(int *)arg;

    cell[me] = me + 1; // BUG: unlocked-global
    sums[me] = cell[(me + 1) % N]; // BUG: unlocked-global
    pthread_barrier_wait(&step);
    return NULL;
}

int main(void)
{
    pthread_t t[N];
    int ids[N];

    pthread_barrier_init(&step, NULL, N);
    for (int i = 0; i < N; i++) {
        ids[i] = i;
        pthread_create(&t[i], NULL, relax, &ids[i]);
    }
    for (int i = 0; i < N; i++)
        pthread_join(t[i], NULL);
    pthread_barrier_destroy(&step);
    printf("%d %d %d\n", sums[0], sums[1], sums[2]);
    return 0;
}
