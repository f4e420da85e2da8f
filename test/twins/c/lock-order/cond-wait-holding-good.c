// A thread releases its second lock before it waits on the condition.
#include <pthread.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t inner = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t outer = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t ready = PTHREAD_COND_INITIALIZER;
static int jobs, waits;

static void *waiter(void *arg)
{
    struct timespec until;

    pthread_mutex_lock(&inner);
    pthread_mutex_lock(&outer);
    waits++;
    pthread_mutex_unlock(&outer);
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec += until.tv_nsec >= 998000000;
    until.tv_nsec = (until.tv_nsec + 1000000) % 1000000000;
    while (jobs == 0 && pthread_cond_timedwait(&ready, &inner, &until) == 0)
        ;
    pthread_mutex_unlock(&inner);
    return arg;
}

static void *poster(void *arg)
{
    usleep(20000);
    pthread_mutex_lock(&inner);
    jobs++;
    pthread_mutex_lock(&outer);
    printf("%d waits\n", waits);
    pthread_mutex_unlock(&outer);
    pthread_cond_signal(&ready);
    pthread_mutex_unlock(&inner);
    return arg;
}

int main(void)
{
    pthread_t w, p;
    pthread_create(&w, NULL, waiter, NULL);
    pthread_create(&p, NULL, poster, NULL);
    pthread_join(w, NULL);
    pthread_join(p, NULL);
    return 0;
}
