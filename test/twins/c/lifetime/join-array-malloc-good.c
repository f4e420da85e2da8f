// The worker handles live in malloc'd memory and the result is reset only after all are joined.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static pthread_mutex_t lk = PTHREAD_MUTEX_INITIALIZER;
static struct { int jobs; int errors; } stats;

static void *job(void *arg)
{
    int id = *(int *)arg;

    pthread_mutex_lock(&lk);
    stats.jobs++;
    if (id % 2)
        stats.errors++;
    pthread_mutex_unlock(&lk);
    return NULL;
}

int main(void)
{
    size_t n = 4;
    pthread_t *tids = malloc(n * sizeof *tids);
    int *ids = calloc(n, sizeof *ids);

    if (!tids || !ids)
        return 1;
    for (size_t i = 0; i < n; i++) {
        ids[i] = (int)i;
        if (pthread_create(&tids[i], NULL, job, &ids[i]) != 0)
            return 1;
    }
    for (size_t i = 0; i < n; i++)
        pthread_join(tids[i], NULL);
    stats.errors = 0;
    printf("%d jobs\n", stats.jobs);
    free(tids);
    free(ids);
    return 0;
}
