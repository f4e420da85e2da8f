// Two threads lock elements 0 and 1 of a lock array in the same order.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

enum { RED, GREEN, NCOLOURS };

static pthread_mutex_t colour_lock[NCOLOURS] = {
    [RED] = PTHREAD_MUTEX_INITIALIZER,
    [GREEN] = PTHREAD_MUTEX_INITIALIZER,
};
static int level[NCOLOURS] = {8, 8};

static void *warm(void *arg)
{
    pthread_mutex_lock(&colour_lock[RED]);
    pthread_mutex_lock(&colour_lock[GREEN]);
    level[RED]++;
    level[GREEN]--;
    pthread_mutex_unlock(&colour_lock[GREEN]);
    pthread_mutex_unlock(&colour_lock[RED]);
    return arg;
}

static void *cool(void *arg)
{
    usleep(3000);
    pthread_mutex_lock(&colour_lock[RED]);
    pthread_mutex_lock(&colour_lock[GREEN]);
    level[RED]--;
    level[GREEN]++;
    pthread_mutex_unlock(&colour_lock[RED]);
    pthread_mutex_unlock(&colour_lock[GREEN]);
    return arg;
}

int main(void)
{
    pthread_t w, c;
    pthread_create(&w, NULL, warm, NULL);
    pthread_create(&c, NULL, cool, NULL);
    pthread_join(w, NULL);
    pthread_join(c, NULL);
    printf("%d %d\n", level[RED], level[GREEN]);
    return 0;
}
