// Two calls pass the same two locks to the lock-both helper in the same order.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t left_fork = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t right_fork = PTHREAD_MUTEX_INITIALIZER;
static int meals;

static void lock_both(pthread_mutex_t *a, pthread_mutex_t *b)
{
    pthread_mutex_lock(a);
    pthread_mutex_lock(b);
}

static void unlock_both(pthread_mutex_t *a, pthread_mutex_t *b)
{
    pthread_mutex_unlock(b);
    pthread_mutex_unlock(a);
}

static void *plato(void *arg)
{
    lock_both(&left_fork, &right_fork);
    meals++;
    unlock_both(&left_fork, &right_fork);
    return arg;
}

static void *kant(void *arg)
{
    usleep(3000);
    lock_both(&left_fork, &right_fork);
    meals++;
    unlock_both(&left_fork, &right_fork);
    return arg;
}

int main(void)
{
    pthread_t p, k;
    pthread_create(&p, NULL, plato, NULL);
    pthread_create(&k, NULL, kant, NULL);
    pthread_join(p, NULL);
    pthread_join(k, NULL);
    printf("%d\n", meals);
    return 0;
}
