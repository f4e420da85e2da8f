// The published config pointer is atomic and the config is complete before it is published.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <unistd.h>

struct config {
    int threads;
    int verbose;
};

static struct config defaults = {1, 0}, tuned;
static struct config *_Atomic current = &defaults;

static void *tuner(void *arg)
{
    (void)arg;
    tuned.threads = 8;
    tuned.verbose = 1;
    current = &tuned;
    return NULL;
}

static int get_threads(void)
{
    const struct config *c = current;
    return c->threads;
}

int main(void)
{
    pthread_t t;
    int sum = 0;

    pthread_create(&t, NULL, tuner, NULL);
    for (int i = 0; i < 10; i++) {
        sum += get_threads();
        usleep(10);
    }
    pthread_join(t, NULL);
    printf("%d\n", sum);
    return 0;
}
