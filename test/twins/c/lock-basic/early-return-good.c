// The early return comes after the lock is taken and releases it.
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>

static pthread_mutex_t limit_lock = PTHREAD_MUTEX_INITIALIZER;
static int remaining = 500;

static bool reserve(int n)
{
    pthread_mutex_lock(&limit_lock);
    if (remaining < n) {
        pthread_mutex_unlock(&limit_lock);
        return false;
    }
    remaining -= n;
    pthread_mutex_unlock(&limit_lock);
    return true;
}

static void *client(void *arg)
{
    int *got = arg;
    while (reserve(7))
        ++*got;
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    int got_a = 0, got_b = 0;

    pthread_create(&a, NULL, client, &got_a);
    pthread_create(&b, NULL, client, &got_b);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d + %d, left %d\n", got_a, got_b, remaining);
    return 0;
}
