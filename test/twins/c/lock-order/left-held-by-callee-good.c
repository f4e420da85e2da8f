// A callee leaves its lock held and the caller releases it before it takes the other one.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t table_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t row_lock = PTHREAD_MUTEX_INITIALIZER;
static int row, version;

static int *pin_row(void)
{
    pthread_mutex_lock(&row_lock);
    return &row;
}

static void unpin_row(void)
{
    pthread_mutex_unlock(&row_lock);
}

static void *update(void *arg)
{
    int *r = pin_row();
    ++*r;
    unpin_row();
    pthread_mutex_lock(&table_lock);
    version++;
    pthread_mutex_unlock(&table_lock);
    return arg;
}

static void *vacuum(void *arg)
{
    usleep(3000);
    pthread_mutex_lock(&table_lock);
    pthread_mutex_lock(&row_lock);
    row = 0;
    version += 10;
    pthread_mutex_unlock(&row_lock);
    pthread_mutex_unlock(&table_lock);
    return arg;
}

int main(void)
{
    pthread_t u, v;
    pthread_create(&u, NULL, update, NULL);
    pthread_create(&v, NULL, vacuum, NULL);
    pthread_join(u, NULL);
    pthread_join(v, NULL);
    printf("%d %d\n", row, version);
    return 0;
}
