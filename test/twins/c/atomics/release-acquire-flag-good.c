// The ready flag is stored with release after the payload and loaded with acquire.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <unistd.h>

static atomic_int ready;
static int payload;

static void *sender(void *arg)
{
    payload = *(int *)arg;
    atomic_store_explicit(&ready, 1, memory_order_release);
    return NULL;
}

int main(void)
{
    pthread_t t;
    int value = 31;

    if (pthread_create(&t, NULL, sender, &value))
        return 1;
    while (!atomic_load_explicit(&ready, memory_order_acquire))
        usleep(1);
    printf("%d\n", payload);
    pthread_join(t, NULL);
    return 0;
}
