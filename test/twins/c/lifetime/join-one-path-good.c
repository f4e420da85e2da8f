// The worker is joined on both paths before the counter is touched.
#include <pthread.h>
#include <stdio.h>

static int processed;

static void *process(void *p)
{
    (void)p;
    for (int i = 0; i < 100; i++)
        processed++;
    return NULL;
}

int main(int argc, char **argv)
{
    pthread_t th;
    int verbose = argc > 1 && argv[1][0] == 'v';

    if (pthread_create(&th, NULL, process, NULL) != 0)
        return 1;
    if (verbose) {
        pthread_join(th, NULL);
        puts("worker finished");
    } else {
        pthread_join(th, NULL);
    }
    processed += 1000;
    printf("%d\n", processed);
    return 0;
}
