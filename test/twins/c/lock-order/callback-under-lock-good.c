// The event loop calls the listener after it released its lock.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t loop_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t doc_lock = PTHREAD_MUTEX_INITIALIZER;
static void (*listener)(int);
static int queued, changes;

static void on_change(int n)
{
    pthread_mutex_lock(&doc_lock);
    changes += n;
    pthread_mutex_unlock(&doc_lock);
}

static void *event_loop(void *arg)
{
    int n;

    pthread_mutex_lock(&loop_lock);
    n = ++queued;
    pthread_mutex_unlock(&loop_lock);
    listener(n);
    return arg;
}

static void *editor(void *arg)
{
    usleep(3000);
    pthread_mutex_lock(&doc_lock);
    changes++;
    pthread_mutex_lock(&loop_lock);
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
