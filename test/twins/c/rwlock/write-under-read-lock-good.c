// The last-access time is written while the write lock is held.
#include <pthread.h>
#include <stdio.h>

static pthread_rwlock_t rw = PTHREAD_RWLOCK_INITIALIZER;
static int entries[10];
static int last_access;

static int find(int key, int now)
{
    int r = -1;

    pthread_rwlock_wrlock(&rw);
    for (int i = 0; i < 10; i++)
        if (entries[i] == key)
            r = i;
    last_access = now;
    pthread_rwlock_unlock(&rw);
    return r;
}

static void *searcher(void *arg)
{
    int *found = arg;
    for (int k = 0; k < 2000; k++)
        if (find(k % 30, k) >= 0)
            ++*found;
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    int fa = 0, fb = 0;

    for (int i = 0; i < 10; i++)
        entries[i] = 3 * i;
    pthread_create(&a, NULL, searcher, &fa);
    pthread_create(&b, NULL, searcher, &fb);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d %d, last %d\n", fa, fb, last_access);
    return 0;
}
