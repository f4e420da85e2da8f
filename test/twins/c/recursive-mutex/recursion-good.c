// The recursive function takes the recursive mutex at each level before it counts its node.
#define _GNU_SOURCE
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t tree_mutex = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static int visited;

static void walk(int depth)
{
    if (depth == 0)
        return;
    pthread_mutex_lock(&tree_mutex);
    visited++;
    walk(depth - 1);
    walk(depth - 2 > 0 ? depth - 2 : 0);
    pthread_mutex_unlock(&tree_mutex);
}

static void *walker(void *arg)
{
    walk(*(int *)arg);
    return NULL;
}

int main(void)
{
    pthread_t t[2];
    int depth[2] = {5, 6};

    for (int i = 0; i < 2; i++)
        pthread_create(&t[i], NULL, walker, &depth[i]);
    for (int i = 0; i < 2; i++)
        pthread_join(t[i], NULL);
    printf("%d\n", visited);
    return 0;
}
