// Both threads take the write lock before the mutex.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_rwlock_t schema = PTHREAD_RWLOCK_INITIALIZER;
static pthread_mutex_t journal = PTHREAD_MUTEX_INITIALIZER;
static int columns, records;

static int migrate(void)
{
    int n;

    pthread_rwlock_wrlock(&schema);
    n = ++columns;
    pthread_mutex_lock(&journal);
    records++;
    pthread_mutex_unlock(&journal);
    pthread_rwlock_unlock(&schema);
    return n;
}

static void replay(void)
{
    pthread_rwlock_wrlock(&schema);
    pthread_mutex_lock(&journal);
    columns = records;
    pthread_mutex_unlock(&journal);
    pthread_rwlock_unlock(&schema);
}

static void *admin(void *arg)
{
    return migrate() > 0 ? arg : NULL;
}

int main(void)
{
    pthread_t a;

    if (pthread_create(&a, NULL, admin, NULL) != 0)
        return 1;
    usleep(3000);
    replay();
    pthread_join(a, NULL);
    printf("%d %d\n", columns, records);
    return 0;
}
