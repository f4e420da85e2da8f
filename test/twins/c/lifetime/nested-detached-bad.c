// Joining the supervisor says nothing about the helper it started and did not join.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static int packets;

static void *helper(void *arg)
{
    (void)arg;
    usleep(1000);
    for (int i = 0; i < 10; i++)
        packets++; // BUG: unlocked-global
    return NULL;
}

static void *supervisor(void *arg)
{
    pthread_t child;

    if (pthread_create(&child, NULL, helper, arg) == 0)
        pthread_detach(child);
    return NULL;
}

int main(void)
{
    pthread_t sup;

    pthread_create(&sup, NULL, supervisor, NULL);
    pthread_join(sup, NULL);
    packets = -1; // BUG: unlocked-global
    usleep(20000);
    return 0;
}
