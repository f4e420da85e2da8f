// Two threads set separate members, which are separate memory locations.
#include <pthread.h>
#include <stdio.h>

static struct {
    unsigned online;
    unsigned charging;
} status;

static void *link_task(void *arg)
{
    (void)arg;
    for (int i = 0; i < 40; i++)
        status.online = i & 1;
    return NULL;
}

static void *power_task(void *arg)
{
    (void)arg;
    for (int i = 0; i < 40; i++)
        status.charging = (i >> 1) & 1;
    return NULL;
}

int main(void)
{
    pthread_t l, p;

    if (pthread_create(&l, NULL, link_task, NULL) || pthread_create(&p, NULL, power_task, NULL))
        return 1;
    pthread_join(l, NULL);
    pthread_join(p, NULL);
    printf("%u%u\n", status.online, status.charging);
    return 0;
}
