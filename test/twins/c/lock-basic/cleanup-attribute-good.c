// The scoped lock made by the cleanup attribute ends after the counter is changed.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t guard_mutex = PTHREAD_MUTEX_INITIALIZER;
static int balance;

static pthread_mutex_t *hold(pthread_mutex_t *m)
{
    pthread_mutex_lock(m);
    return m;
}

static void release(pthread_mutex_t **m)
{
    pthread_mutex_unlock(*m);
}

#define SCOPED_LOCK(m) __attribute__((cleanup(release), unused)) pthread_mutex_t *scoped_lock = hold(m)

static int change(int by)
{
    SCOPED_LOCK(&guard_mutex);
    if (by == 0)
        return 0;
    balance += by;
    return by;
}

static void *trader(void *arg)
{
    for (int i = -800; i < 800; i++)
        change(i);
    return arg;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, trader, NULL);
    pthread_create(&b, NULL, trader, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d\n", balance);
    return 0;
}
