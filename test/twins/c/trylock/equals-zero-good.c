// The counter is bumped only when pthread_mutex_trylock returned zero.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
static int sampled;

static void sample(void)
{
    if (pthread_mutex_trylock(&m) == 0) {
        sampled++;
        pthread_mutex_unlock(&m);
    }
}

static void *sampler(void *arg)
{
    (void)arg;
    for (int i = 0; i < 500; i++)
        sample();
    return NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, sampler, NULL);
    pthread_create(&b, NULL, sampler, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d\n", sampled);
    return 0;
}
