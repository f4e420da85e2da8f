// The flag that hands over the name is stored with release and loaded with acquire order.
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char hostname[32];
static int resolved;

static void *resolver(void *arg)
{
    strcpy(hostname, arg);
    __atomic_store_n(&resolved, 1, __ATOMIC_RELEASE);
    return NULL;
}

static int is_resolved(void)
{
    return __atomic_load_n(&resolved, __ATOMIC_ACQUIRE);
}

int main(void)
{
    pthread_t t;

    if (pthread_create(&t, NULL, resolver, "node-7"))
        return 1;
    while (!is_resolved())
        usleep(5);
    printf("%zu\n", strlen(hostname));
    pthread_join(t, NULL);
    return 0;
}
