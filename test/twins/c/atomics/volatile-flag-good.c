// The stop flag is an atomic_bool.
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <unistd.h>

static atomic_bool quit;

static void *blink(void *arg)
{
    int *n = arg;

    while (!quit) {
        ++*n;
        usleep(20);
    }
    return NULL;
}

int main(void)
{
    pthread_t t;
    int n = 0;

    if (pthread_create(&t, NULL, blink, &n) != 0)
        return 1;
    usleep(500);
    quit = true;
    pthread_join(t, NULL);
    printf("blinked %d times\n", n);
    return 0;
}
