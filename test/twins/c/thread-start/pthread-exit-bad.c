// The main thread leaves by pthread_exit after an unlocked write that the worker can still see.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static int quota = 3;

static void consume(int n)
{
    if (n > quota) { // BUG: unlocked-global
        puts("quota reached");
        exit(0);
    }
    printf("consumed %d\n", n);
}

static void *worker(void *arg)
{
    (void)arg;
    usleep(500);
    for (int i = 0; ; i++)
        consume(i);
}

int main(void)
{
    pthread_t t;

    if (pthread_create(&t, NULL, worker, NULL) != 0)
        return 1;
    pthread_detach(t);
    quota = 5; // BUG: unlocked-global
    pthread_exit(NULL);
}
