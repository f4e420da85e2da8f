// The statistics are replaced although pthread_rwlock_trywrlock failed.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_rwlock_t stat_rw = PTHREAD_RWLOCK_INITIALIZER;
static int errors_seen;

static void replace_stats(int errors)
{
    int rc = pthread_rwlock_trywrlock(&stat_rw);

    errors_seen = errors; // BUG: unlocked-global
    if (rc != 0)
        return;
    pthread_rwlock_unlock(&stat_rw);
}

static void *watcher(void *arg)
{
    int *max = arg;

    for (int i = 0; i < 30; i++) {
        pthread_rwlock_rdlock(&stat_rw);
        if (errors_seen > *max)
            *max = errors_seen;
        usleep(20);
        pthread_rwlock_unlock(&stat_rw);
    }
    return NULL;
}

int main(void)
{
    pthread_t w;
    int max = 0;

    if (pthread_create(&w, NULL, watcher, &max) != 0)
        return 1;
    for (int i = 0; i < 20; i++) {
        replace_stats(i);
        usleep(15);
    }
    pthread_join(w, NULL);
    printf("max %d\n", max);
    return 0;
}
