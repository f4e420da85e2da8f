// The two threads guard the same counter with two different locks.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t in_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t out_lock = PTHREAD_MUTEX_INITIALIZER;
static int queued;
static int sent;

static void *receiver(void *arg)
{
    (void)arg;
    for (int i = 0; i < 100; i++) {
        pthread_mutex_lock(&in_lock);
        queued++; // BUG: unlocked-global
        pthread_mutex_unlock(&in_lock);
    }
    return NULL;
}

static void *sender(void *arg)
{
    (void)arg;
    for (int i = 0; i < 100; i++) {
        pthread_mutex_lock(&out_lock);
        if (queued > 0) // BUG: unlocked-global
            queued--; // BUG: unlocked-global
        pthread_mutex_unlock(&out_lock);
        pthread_mutex_lock(&out_lock);
        sent++;
        pthread_mutex_unlock(&out_lock);
    }
    return NULL;
}

int main(void)
{
    pthread_t r, s;
    pthread_create(&r, NULL, receiver, NULL);
    pthread_create(&s, NULL, sender, NULL);
    pthread_join(r, NULL);
    pthread_join(s, NULL);
    printf("%d %d\n", queued, sent);
    return 0;
}
