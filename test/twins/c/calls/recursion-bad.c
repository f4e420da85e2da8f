// The recursive count bumps the global at every level without a lock.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t files_lock = PTHREAD_MUTEX_INITIALIZER;
static int files;

static int count(int depth)
{
    if (depth == 0) {
        files++; // BUG: unlocked-global
        return 1;
    }
    return count(depth - 1) + count(depth - 1);
}

static void *scan(void *arg)
{
    int n = count(*(int *)arg);

    printf("%d found\n", n);
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    int x = 4, y = 5;

    pthread_create(&a, NULL, scan, &x);
    pthread_create(&b, NULL, scan, &y);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    pthread_mutex_lock(&files_lock);
    printf("%d files\n", files);
    pthread_mutex_unlock(&files_lock);
    return 0;
}
