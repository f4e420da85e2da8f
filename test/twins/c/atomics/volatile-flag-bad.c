// The stop flag is volatile but neither atomic nor locked.
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <unistd.h>

static volatile bool quit;

static void *blink(void *arg)
{
    int *n = arg;

    while (!quit) { // BUG: unlocked-global
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
    quit = true; // BUG: unlocked-global
    pthread_join(t, NULL);
    printf("blinked %d times\n", n);
    return 0;
}
