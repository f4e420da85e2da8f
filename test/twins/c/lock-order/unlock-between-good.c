// The first lock is released before the second is taken in the reverse direction.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t hot = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t cold = PTHREAD_MUTEX_INITIALIZER;
static int hot_items = 4, cold_items;

static void *demote(void *arg)
{
    pthread_mutex_lock(&hot);
    hot_items--;
    pthread_mutex_lock(&cold);
    cold_items++;
    pthread_mutex_unlock(&cold);
    pthread_mutex_unlock(&hot);
    return arg;
}

static void *promote(void *arg)
{
    int moved = 0;

    usleep(3000);
    pthread_mutex_lock(&cold);
    if (cold_items > 0) {
        cold_items--;
        moved = 1;
    }
    pthread_mutex_unlock(&cold);
    pthread_mutex_lock(&hot);
    hot_items += moved;
    pthread_mutex_unlock(&hot);
    return arg;
}

int main(void)
{
    pthread_t d, p;
    pthread_create(&d, NULL, demote, NULL);
    pthread_create(&p, NULL, promote, NULL);
    pthread_join(d, NULL);
    pthread_join(p, NULL);
    printf("%d %d\n", hot_items, cold_items);
    return 0;
}
