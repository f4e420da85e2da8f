// The worker is joined only when verbose is set, yet the counter is touched on both paths.
#include <pthread.h>
#include <stdio.h>

static int processed;

static void *process(void *p)
{
    (void)p;
    for (int i = 0; i < 100; i++)
        processed++; // BUG: unlocked-global
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
        pthread_detach(th);
    }
    processed += 1000; // BUG: unlocked-global
    printf("%d\n", processed); // BUG: unlocked-global
    return 0;
}
