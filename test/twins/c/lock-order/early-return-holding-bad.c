// An early return leaves the first lock held, and the caller then takes the second against the order.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t heap_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t stat_lock = PTHREAD_MUTEX_INITIALIZER;
static int used, allocations, failures;

static int note(int n)
{
    pthread_mutex_lock(&stat_lock);
    if (n > 100) {
        failures++;
        return -1;
    }
    allocations++;
    pthread_mutex_unlock(&stat_lock);
    return 0;
}

static void *allocate(void *arg)
{
    int n = *(int *)arg;
    int rc = note(n);

    pthread_mutex_lock(&heap_lock); // BUG: lock-order-inversion
    used += n;
    pthread_mutex_unlock(&heap_lock);
    if (rc < 0)
        pthread_mutex_unlock(&stat_lock);
    return NULL;
}

static void *collect(void *arg)
{
    usleep(3000);
    pthread_mutex_lock(&heap_lock);
    used = 0;
    pthread_mutex_lock(&stat_lock); // BUG: lock-order-inversion
    allocations = 0;
    pthread_mutex_unlock(&stat_lock);
    pthread_mutex_unlock(&heap_lock);
    return arg;
}

int main(void)
{
    pthread_t a, c;
    int n = 128;
    pthread_create(&a, NULL, allocate, &n);
    pthread_create(&c, NULL, collect, NULL);
    pthread_join(a, NULL);
    pthread_join(c, NULL);
    printf("%d %d %d\n", used, allocations, failures);
    return 0;
}
