// The plain inner lock and unlock pair is followed by one unlock too many before the write.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t rm;
static int nodes, depth;

static void init_lock(void)
{
    pthread_mutexattr_t a;
    pthread_mutexattr_init(&a);
    pthread_mutexattr_settype(&a, PTHREAD_MUTEX_RECURSIVE);
    pthread_mutex_init(&rm, &a);
    pthread_mutexattr_destroy(&a);
}

static void note_depth(int d)
{
    pthread_mutex_lock(&rm);
    if (d > depth)
        depth = d;
    pthread_mutex_unlock(&rm);
}

static void visit(int d)
{
    pthread_mutex_lock(&rm);
    note_depth(d);
    pthread_mutex_unlock(&rm);
    nodes++; // BUG: unlocked-global
}

static void *walker(void *arg)
{
    (void)arg;
    for (int i = 0; i < 1500; i++)
        visit(i % 5);
    return NULL;
}

int main(void)
{
    pthread_t a, b;

    init_lock();
    pthread_create(&a, NULL, walker, NULL);
    pthread_create(&b, NULL, walker, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d nodes, depth %d\n", nodes, depth);
    return 0;
}
