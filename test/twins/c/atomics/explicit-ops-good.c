// The high-water mark next to the atomic counter is updated by a compare-exchange loop.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

static atomic_uint active;
static atomic_uint peak;

static void enter(void)
{
    unsigned now = atomic_fetch_add_explicit(&active, 1, memory_order_relaxed) + 1;
    unsigned old = atomic_load(&peak);
    while (now > old && !atomic_compare_exchange_weak(&peak, &old, now))
        ;
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
