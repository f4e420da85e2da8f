// The event loop calls the listener with its lock held, and the listener's lock is elsewhere held first.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t loop_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t doc_lock = PTHREAD_MUTEX_INITIALIZER;
static void (*listener)(int);
static int queued, changes;

static void on_change(int n)
{
    pthread_mutex_lock(&doc_lock); // BUG: lock-order-inversion
    changes += n;
    pthread_mutex_unlock(&doc_lock);
}

static void *event_loop(void *arg)
{
    int n;

    pthread_mutex_lock(&loop_lock);
    n = ++queued;
    listener(n);
    pthread_mutex_unlock(&loop_lock);
    return arg;
}

static void *editor(void *arg)
{
    usleep(3000);
    pthread_mutex_lock(&doc_lock);
    changes++;
    pthread_mutex_lock(&loop_lock); // BUG: lock-order-inversion
    queued++;
    pthread_mutex_unlock(&loop_lock);
    pthread_mutex_unlock(&doc_lock);
    return arg;
}

int main(void)
{
    pthread_t l, e;

    listener = on_change;
    pthread_create(&l, NULL, event_loop, NULL);
    pthread_create(&e, NULL, editor, NULL);
    pthread_join(l, NULL);
    pthread_join(e, NULL);
    printf("%d %d\n", queued, changes);
    return 0;
}
