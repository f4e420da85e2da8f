// The worker count is changed after the worker that reads it has been started.
#include <pthread.h>
#include <stdio.h>

static int batch_size = 16;

static void *worker(void *arg)
{
    long *done = arg;
    for (int i = 0; i < batch_size; i++) // BUG: unlocked-global
        *done += i;
    return NULL;
}

int main(int argc, char **argv)
{
    pthread_t tid;
    long done = 0;

    (void)argv;
    if (pthread_create(&tid, NULL, worker, &done) != 0)
        return 1;
    batch_size = argc > 1 ? 64 : 32; // BUG: unlocked-global
    pthread_join(tid, NULL);
    printf("%ld\n", done);
    return 0;
}
