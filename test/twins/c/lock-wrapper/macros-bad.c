// The drain function uses the macro pair for the statistics lock, not for the buffer lock.
#include <pthread.h>
#include <stdio.h>

#define LOCK(name)   pthread_mutex_lock(&name##_mutex)
#define UNLOCK(name) pthread_mutex_unlock(&name##_mutex)

static pthread_mutex_t buffer_mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t stats_mutex = PTHREAD_MUTEX_INITIALIZER;
static int fill_level;
static int drains;

static void *filler(void *arg)
{
    (void)arg;
    for (int i = 0; i < 50; i++) {
        LOCK(buffer);
        fill_level += 4; // BUG: unlocked-global
        UNLOCK(buffer);
    }
    return NULL;
}

static void drain(void)
{
    LOCK(stats);
    fill_level = 0; // BUG: unlocked-global
    UNLOCK(stats);
    LOCK(stats);
    drains++;
    UNLOCK(stats);
}

int main(void)
{
    pthread_t f;

    pthread_create(&f, NULL, filler, NULL);
    for (int i = 0; i < 10; i++)
        drain();
    pthread_join(f, NULL);
    printf("%d after %d drains\n", fill_level, drains);
    return 0;
}
