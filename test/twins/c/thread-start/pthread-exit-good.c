// The main thread leaves by pthread_exit and its write came before the worker was started.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static int quota = 3;

static void consume(int n)
{
    if (n > quota) {
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

    quota = 5;
    if (pthread_create(&t, NULL, worker, NULL) != 0)
        return 1;
    pthread_detach(t);
    pthread_exit(NULL);
}
