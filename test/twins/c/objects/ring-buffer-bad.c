// The consumer index is moved outside the lock that covers the ring.
#include <pthread.h>
#include <stdio.h>

#define SIZE 8u

static struct ring {
    pthread_mutex_t mu;
    unsigned in, out;
    int slot[SIZE];
} ring = {.mu = PTHREAD_MUTEX_INITIALIZER};

static int ring_put(struct ring *r, int v)
{
    int ok;
    pthread_mutex_lock(&r->mu);
    ok = r->in - r->out < SIZE;
    if (ok)
        r->slot[r->in++ % SIZE] = v;
    pthread_mutex_unlock(&r->mu);
    return ok;
}

static int ring_get(struct ring *r, int *v)
{
    int ok;
    pthread_mutex_lock(&r->mu);
    ok = r->in != r->out;
    if (ok)
        *v = r->slot[r->out % SIZE];
    pthread_mutex_unlock(&r->mu);
    r->out += (unsigned)ok; // BUG: unlocked-global
    return ok;
}

static void *producer(void *arg)
{
    for (int i = 1; i <= 2000; i++)
        ring_put(&ring, i);
    return arg;
}

int main(void)
{
    pthread_t p;
    int v, got = 0;

    pthread_create(&p, NULL, producer, NULL);
    for (int i = 0; i < 2000; i++)
        got += ring_get(&ring, &v); // BUG: unlocked-global
    pthread_join(p, NULL);
    printf("%d\n", got > 0);
    return 0;
}
