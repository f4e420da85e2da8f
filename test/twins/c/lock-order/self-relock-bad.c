// A helper takes the normal mutex that its caller already holds. (tsan-cannot-see: a run that gets there hangs, so main does it only with an argument)
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t m;
static int items;

static int count(void)
{
    int n;
    pthread_mutex_lock(&m); // BUG: lock-order-inversion
    n = items;
    pthread_mutex_unlock(&m);
    return n;
}

static void add_if_room(int max)
{
    pthread_mutex_lock(&m);
    if (count() < max)
        items++;
    pthread_mutex_unlock(&m);
}

static void *worker(void *arg)
{
    if (*(int *)arg > 1)
        add_if_room(10);
    printf("%d\n", count());
    return NULL;
}

int main(int argc, char **argv)
{
    pthread_t t;
    pthread_mutexattr_t attr;

    (void)argv;
    pthread_mutexattr_init(&attr);
    pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_NORMAL);
    pthread_mutex_init(&m, &attr);
    pthread_create(&t, NULL, worker, &argc);
    pthread_join(t, NULL);
    pthread_mutex_destroy(&m);
    return 0;
}
