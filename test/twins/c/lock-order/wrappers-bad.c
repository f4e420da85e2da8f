// The wrapped locks are taken in opposite orders by the two threads.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct { pthread_mutex_t raw; const char *name; } named_mutex;

static named_mutex sched_mutex = {PTHREAD_MUTEX_INITIALIZER, "sched"};
static named_mutex timer_mutex = {PTHREAD_MUTEX_INITIALIZER, "timer"};
static int runnable, armed;

static void must_lock(named_mutex *m)
{
    if (pthread_mutex_lock(&m->raw) != 0) { // BUG: lock-order-inversion
        fprintf(stderr, "cannot lock %s\n", m->name);
        abort();
    }
}

static void must_unlock(named_mutex *m)
{
    if (pthread_mutex_unlock(&m->raw) != 0)
        abort();
}

static void *schedule(void *arg)
{
    must_lock(&sched_mutex);
    must_lock(&timer_mutex); // BUG: lock-order-inversion
    runnable += armed;
    must_unlock(&timer_mutex);
    must_unlock(&sched_mutex);
    return arg;
}

static void *expire(void *arg)
{
    usleep(3000);
    must_lock(&timer_mutex);
    must_lock(&sched_mutex); // BUG: lock-order-inversion
    armed = 0;
    runnable++;
    must_unlock(&sched_mutex);
    must_unlock(&timer_mutex);
    return arg;
}

int main(void)
{
    pthread_t s, e;
    pthread_create(&s, NULL, schedule, NULL);
    pthread_create(&e, NULL, expire, NULL);
    pthread_join(s, NULL);
    pthread_join(e, NULL);
    printf("%d %d\n", runnable, armed);
    return 0;
}
