// missed-alarm-today: Each worker locks its cell and then the next one around the ring.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

#define N 3

static pthread_mutex_t cell_lock[N];
static int cell[N];

static void *exchange(void *arg)
{
    int i = *(int *)arg;
    int j = (i + 1) % N;
    int first = i, second = j;

    usleep(2000u * (unsigned)i);
    pthread_mutex_lock(&cell_lock[first]);
    pthread_mutex_lock(&cell_lock[second]); // BUG: lock-order-inversion
    cell[i]--;
    cell[j]++;
    pthread_mutex_unlock(&cell_lock[second]);
    pthread_mutex_unlock(&cell_lock[first]);
    return NULL;
}

int main(void)
{
    pthread_t t[N];
    int id[N];

    for (int i = 0; i < N; i++)
        pthread_mutex_init(&cell_lock[i], NULL);
    for (int i = 0; i < N; i++) {
        id[i] = i;
        pthread_create(&t[i], NULL, exchange, &id[i]);
    }
    for (int i = 0; i < N; i++)
        pthread_join(t[i], NULL);
    printf("%d %d %d\n", cell[0], cell[1], cell[2]);
    return 0;
}
