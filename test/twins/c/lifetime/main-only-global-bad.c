// A global that only main was meant to use is also bumped by the worker's error path.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
static int shared_total;
static int polls;

static void note_failure(void)
{
    polls--; // BUG: unlocked-global
}

static void add(int step)
{
    if (step < 0)
        note_failure();
    pthread_mutex_lock(&m);
    shared_total += step;
    pthread_mutex_unlock(&m);
}

static void *worker(void *arg)
{
    (void)arg;
    for (int s = 5; s >= -5; s--)
        add(s);
    return NULL;
}

int main(void)
{
    pthread_t t;

    pthread_create(&t, NULL, worker, NULL);
    for (int i = 0; i < 20; i++) {
        polls++; // BUG: unlocked-global
        add(1);
    }
    pthread_join(t, NULL);
    printf("%d %d\n", polls, shared_total);
    return 0;
}
