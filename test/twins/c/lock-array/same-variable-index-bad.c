// missed-alarm-today: The cell after i is changed under the lock of cell i.
#include <pthread.h>
#include <stdio.h>

#define CELLS 4

static struct { pthread_mutex_t m; int heat; } grid[CELLS];

static void warm(int i, int by)
{
    pthread_mutex_lock(&grid[i].m);
    grid[(i + 1) % CELLS].heat += by; // BUG: unlocked-global
    pthread_mutex_unlock(&grid[i].m);
}

static int peek(int i)
{
    int h;
    pthread_mutex_lock(&grid[i].m);
    h = grid[i].heat; // BUG: unlocked-global
    pthread_mutex_unlock(&grid[i].m);
    return h;
}

static void *heater(void *arg)
{
    (void)arg;
    for (int n = 0; n < 40; n++)
        warm(n % CELLS, 1);
    return NULL;
}

static void *probe(void *arg)
{
    for (int n = 0; n < 40; n++)
        *(int *)arg += peek(n % CELLS);
    return NULL;
}

int main(void)
{
    pthread_t h, p;
    int sum = 0;

    for (int i = 0; i < CELLS; i++)
        pthread_mutex_init(&grid[i].m, NULL);
    pthread_create(&h, NULL, heater, NULL);
    pthread_create(&p, NULL, probe, &sum);
    pthread_join(h, NULL);
    pthread_join(p, NULL);
    printf("%d\n", sum);
    return 0;
}
