// Threads are started by a wrapper given the entry function, and the second entry writes without the lock.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static pthread_mutex_t mtx = PTHREAD_MUTEX_INITIALIZER;
static int level;

static void *raise_level(void *arg)
{
    pthread_mutex_lock(&mtx);
    level++;
    pthread_mutex_unlock(&mtx);
    return arg;
}

static void *drop_level(void *arg)
{
    level--; // BUG: unlocked-global
    return arg;
}

static pthread_t spawn(void *(*entry)(void *), void *arg)
{
    pthread_t t;
    if (pthread_create(&t, NULL, entry, arg) != 0) {
        perror("pthread_create");
        exit(EXIT_FAILURE);
    }
    return t;
}

int main(void)
{
    pthread_t up = spawn(raise_level, NULL);
    pthread_t down = spawn(drop_level, NULL);

    pthread_join(up, NULL);
    pthread_join(down, NULL);
    printf("%d\n", level);
    return 0;
}
