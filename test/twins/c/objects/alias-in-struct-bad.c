// A context struct carries a pointer to the shared total into both threads.
#include <pthread.h>
#include <stdio.h>

static long total_a, total_b;

struct context {
    long *total;
    int weight;
};

static void account(struct context *c, int n)
{
    *c->total += (long)n * c->weight; // BUG: unlocked-global
}

static void *run(void *arg)
{
    struct context *c = arg;
    for (int i = 0; i < 32; i++)
        account(c, i);
    return NULL;
}

int main(void)
{
    struct context first = {&total_a, 1};
    struct context second = {&total_a, 2};
    pthread_t t1, t2;

    if (pthread_create(&t1, NULL, run, &first) != 0 ||
        pthread_create(&t2, NULL, run, &second) != 0)
        return 1;
    pthread_join(t1, NULL);
    pthread_join(t2, NULL);
    printf("%ld %ld\n", total_a, total_b);
    return 0;
}
