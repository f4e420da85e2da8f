// missed-alarm-today: The exit handler reads the counter of a detached thread without the lock.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static pthread_mutex_t op_lock = PTHREAD_MUTEX_INITIALIZER;
static int operations;

static void *serve(void *arg)
{
    (void)arg;
    for (int i = 0; i < 100; i++) {
        pthread_mutex_lock(&op_lock);
        operations++;
        pthread_mutex_unlock(&op_lock);
        usleep(20);
    }
    return NULL;
}

static void print_summary(void)
{
    int n;
    n = operations; // BUG: unlocked-global
    printf("%d operations\n", n);
}

int main(void)
{
    pthread_t t;

    atexit(print_summary);
    if (pthread_create(&t, NULL, serve, NULL) != 0)
        return EXIT_FAILURE;
    pthread_detach(t);
    usleep(500);
    return EXIT_SUCCESS;
}
