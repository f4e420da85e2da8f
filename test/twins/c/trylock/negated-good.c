// The negated trylock test lets the update run only when the lock was taken.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t flush_lock = PTHREAD_MUTEX_INITIALIZER;
static long flushed;

static void *flusher(void *arg)
{
    (void)arg;
    for (int i = 0; i < 50; i++) {
        if (!pthread_mutex_trylock(&flush_lock)) {
            flushed++;
            usleep(20);
            pthread_mutex_unlock(&flush_lock);
        }
    }
    return NULL;
}

int main(void)
{
    pthread_t t[3];

    for (int i = 0; i < 3; i++)
        pthread_create(&t[i], NULL, flusher, NULL);
    for (int i = 0; i < 3; i++)
        pthread_join(t[i], NULL);
    printf("%ld\n", flushed);
    return 0;
}
