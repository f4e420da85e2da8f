// The fallback branch picks a second lock for the same queue.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t fast_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t slow_lock = PTHREAD_MUTEX_INITIALIZER;
static int queue_len;
static const char *slow_user = "nobody";

static void enqueue(int urgent)
{
    pthread_mutex_t *m;

    if (urgent) {
        m = &fast_lock;
    } else {
        pthread_mutex_lock(&slow_lock);
        slow_user = "batch";
        pthread_mutex_unlock(&slow_lock);
        m = &slow_lock;
    }
    pthread_mutex_lock(m);
    queue_len++; // BUG: unlocked-global
    pthread_mutex_unlock(m);
}

static void *submit(void *arg)
{
    int urgent = *(int *)arg;
    for (int i = 0; i < 40; i++)
        enqueue(urgent);
    return NULL;
}

int main(void)
{
    pthread_t u, l;
    int yes = 1, no = 0;

    pthread_create(&u, NULL, submit, &yes);
    pthread_create(&l, NULL, submit, &no);
    pthread_join(u, NULL);
    pthread_join(l, NULL);
    printf("%d, last slow user %s\n", queue_len, slow_user);
    return 0;
}
