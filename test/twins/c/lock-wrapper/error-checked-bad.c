// The checked lock call guards the writer, but the reader only locks the mutex of the other table.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static pthread_mutex_t users_mtx, groups_mtx;
static int nusers, ngroups;

static void *admin(void *arg)
{
    (void)arg;
    for (int i = 0; i < 30; i++) {
        if (pthread_mutex_lock(&users_mtx) != 0)
            abort();
        nusers++; // BUG: unlocked-global
        if (pthread_mutex_unlock(&users_mtx) != 0)
            abort();
    }
    return NULL;
}

static int report(void)
{
    int n;
    if (pthread_mutex_lock(&groups_mtx) != 0)
        abort();
    n = nusers; // BUG: unlocked-global
    if (pthread_mutex_unlock(&groups_mtx) != 0)
        abort();
    return n;
}

int main(void)
{
    pthread_t t;
    int seen = 0;

    if (pthread_mutex_init(&users_mtx, NULL) || pthread_mutex_init(&groups_mtx, NULL))
        return 1;
    if (pthread_create(&t, NULL, admin, NULL))
        return 1;
    for (int i = 0; i < 10; i++)
        seen += report();
    pthread_join(t, NULL);
    printf("%d %d\n", seen, ngroups);
    return 0;
}
