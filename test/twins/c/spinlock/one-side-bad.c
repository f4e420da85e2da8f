// The producer uses the spin lock, the consumer does not.
#include <pthread.h>
#include <stdio.h>

static pthread_spinlock_t ring_lock;
static unsigned ring_head, ring_tail;

static void *produce(void *arg)
{
    (void)arg;
    for (int i = 0; i < 40; i++) {
        pthread_spin_lock(&ring_lock);
        if (ring_head - ring_tail < 8)
            ring_head++;
        pthread_spin_unlock(&ring_lock);
    }
    return NULL;
}

static int consume_one(void)
{
    int got = 0;
    if (ring_tail != ring_head) { // BUG: unlocked-global
        ring_tail++; // BUG: unlocked-global
        got = 1;
    }
    return got;
}

int main(void)
{
    pthread_t p;
    int n = 0;

    pthread_spin_init(&ring_lock, PTHREAD_PROCESS_PRIVATE);
    pthread_create(&p, NULL, produce, NULL);
    for (int i = 0; i < 40; i++)
        n += consume_one();
    pthread_join(p, NULL);
    pthread_spin_destroy(&ring_lock);
    printf("%d consumed\n", n);
    return 0;
}
