// Thread entries come from a table, and one of them writes the shared mode without the lock.
#include <pthread.h>
#include <stdio.h>

typedef void *(*entry_fn)(void *);

static pthread_mutex_t mode_mutex = PTHREAD_MUTEX_INITIALIZER;
static int mode;

static void *monitor(void *seen)
{
    pthread_mutex_lock(&mode_mutex);
    *(int *)seen = mode;
    pthread_mutex_unlock(&mode_mutex);
    return NULL;
}

static void *control(void *seen)
{
    (void)seen;
    mode = 7; // BUG: unlocked-global
    return NULL;
}

static const struct {
    const char *name;
    entry_fn fn;
} entries[] = {
    {"monitor", monitor},
    {"control", control},
};

int main(void)
{
    pthread_t tids[2];
    int seen[2] = {0, 0};

    for (unsigned i = 0; i < 2; i++)
        if (pthread_create(&tids[i], NULL, entries[i].fn, &seen[i]) != 0)
            return 1;
    for (unsigned i = 0; i < 2; i++) {
        pthread_join(tids[i], NULL);
        printf("%s saw %d\n", entries[i].name, seen[i]);
    }
    return 0;
}
