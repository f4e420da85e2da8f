// One caller of the queue functions forgets the lock wrappers.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t queue_mutex = PTHREAD_MUTEX_INITIALIZER;
static int queue[128];
static int head, tail;

static void queue_lock(void)
{
    pthread_mutex_lock(&queue_mutex);
}

static void queue_unlock(void)
{
    pthread_mutex_unlock(&queue_mutex);
}

static void push_locked(int v)
{
    queue[tail++ % 128] = v;
}

static int depth_locked(void)
{
    return tail - head; // BUG: unlocked-global
}

static void *producer(void *arg)
{
    (void)arg;
    for (int i = 0; i < 60; i++) {
        queue_lock();
        push_locked(i);
        queue_unlock();
    }
    return NULL;
}

int main(void)
{
    pthread_t p;
    int d, max = 0;

    pthread_create(&p, NULL, producer, NULL);
    for (int i = 0; i < 20; i++) {
        d = depth_locked();
        if (d > max)
            max = d;
    }
    pthread_join(p, NULL);
    printf("max depth %d\n", max);
    return 0;
}
