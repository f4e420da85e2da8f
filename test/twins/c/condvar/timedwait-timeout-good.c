// After the timeout the mutex is held again, and the state is written before it is released.
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <time.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t reply = PTHREAD_COND_INITIALIZER;
static int retries, replies;

static int wait_for_reply(void)
{
    struct timespec until;
    int rc = 0;

    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec = until.tv_nsec < 999000000 ? until.tv_nsec + 100000 : until.tv_nsec;
    pthread_mutex_lock(&lock);
    while (replies == 0 && rc == 0)
        rc = pthread_cond_timedwait(&reply, &lock, &until);
    if (rc == ETIMEDOUT) {
        retries++;
        pthread_mutex_unlock(&lock);
        return -1;
    }
    pthread_mutex_unlock(&lock);
    return 0;
}

static void *client(void *arg)
{
    for (int i = 0; i < 20 && wait_for_reply() < 0; i++)
        ;
    return arg;
}

int main(void)
{
    pthread_t a, b;
    pthread_create(&a, NULL, client, NULL);
    pthread_create(&b, NULL, client, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d retries\n", retries);
    return 0;
}
