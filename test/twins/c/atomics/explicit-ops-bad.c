// The high-water mark next to the atomic counter is updated without compare-exchange or lock.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

static atomic_uint active;
static unsigned peak;

static void enter(void)
{
    unsigned now = atomic_fetch_add_explicit(&active, 1, memory_order_relaxed) + 1;
    if (now > peak) // BUG: unlocked-global
        peak = now; // BUG: unlocked-global
}

static void leave(void)
{
    atomic_fetch_sub_explicit(&active, 1, memory_order_relaxed);
}

static void *client(void *arg)
{
    (void)arg;
    for (int i = 0; i < 200; i++) {
        enter();
        leave();
    }
    return NULL;
}

int main(void)
{
    pthread_t t[3];

    for (int i = 0; i < 3; i++)
        pthread_create(&t[i], NULL, client, NULL);
    for (int i = 0; i < 3; i++)
        pthread_join(t[i], NULL);
    printf("peak %u\n", peak);
    return 0;
}
