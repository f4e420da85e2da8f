// The flag that hands over the name is stored and loaded with relaxed order.
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char hostname[32];
static int resolved;

static void *resolver(void *arg)
{
    strcpy(hostname, arg); // BUG: unlocked-global
    __atomic_store_n(&resolved, 1, __ATOMIC_RELAXED);
    return NULL;
}

static int is_resolved(void)
{
    return __atomic_load_n(&resolved, __ATOMIC_RELAXED);
}

int main(void)
{
    pthread_t t;

    if (pthread_create(&t, NULL, resolver, "node-7"))
        return 1;
    while (!is_resolved())
        usleep(5);
    printf("%zu\n", strlen(hostname)); // BUG: unlocked-global
    pthread_join(t, NULL);
    return 0;
}
