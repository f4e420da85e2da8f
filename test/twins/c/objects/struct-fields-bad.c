// Two threads change the same field of a global struct.
#include <pthread.h>
#include <stdio.h>

static struct {
    int received;
    int transmitted;
} iface;

static void *rx(void *arg)
{
    (void)arg;
    for (int i = 0; i < 50; i++)
        iface.received++; // BUG: unlocked-global
    return NULL;
}

static void *tx(void *arg)
{
    (void)arg;
    for (int i = 0; i < 50; i++)
        iface.received--; // BUG: unlocked-global
    return NULL;
}

int main(void)
{
    pthread_t r, t;

    pthread_create(&r, NULL, rx, NULL);
    pthread_create(&t, NULL, tx, NULL);
    pthread_join(r, NULL);
    pthread_join(t, NULL);
    printf("%d %d\n", iface.received, iface.transmitted);
    return 0;
}
