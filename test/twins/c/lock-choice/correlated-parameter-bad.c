// A caller that does not hold the lock passes need_lock = 0.
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>

static pthread_mutex_t tree_lock = PTHREAD_MUTEX_INITIALIZER;
static int nodes;

static void insert(int n, bool need_lock)
{
    if (need_lock)
        pthread_mutex_lock(&tree_lock);
    nodes += n; // BUG: unlocked-global
    if (need_lock)
        pthread_mutex_unlock(&tree_lock);
}

static void insert_many(int n)
{
    for (int i = 0; i < n; i++)
        insert(1, false);
}

static void *grower(void *arg)
{
    (void)arg;
    for (int i = 0; i < 20; i++)
        insert(1, true);
    return NULL;
}

static void *bulk_loader(void *arg)
{
    insert_many(*(int *)arg);
    return NULL;
}

int main(void)
{
    pthread_t g, b;
    int n = 30;

    pthread_create(&g, NULL, grower, NULL);
    pthread_create(&b, NULL, bulk_loader, &n);
    pthread_join(g, NULL);
    pthread_join(b, NULL);
    printf("%d\n", nodes);
    return 0;
}
