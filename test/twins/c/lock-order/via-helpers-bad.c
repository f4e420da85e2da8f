// The opposite lock order is hidden in helper functions called with the other lock held.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t index_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t page_lock = PTHREAD_MUTEX_INITIALIZER;
static int pages, keys;

static void page_touch(void)
{
    pthread_mutex_lock(&page_lock); // BUG: lock-order-inversion
    pages++;
    pthread_mutex_unlock(&page_lock);
}

static void index_insert(void)
{
    pthread_mutex_lock(&index_lock); // BUG: lock-order-inversion
    keys++;
    pthread_mutex_unlock(&index_lock);
}

static void *inserter(void *arg)
{
    pthread_mutex_lock(&index_lock);
    keys++;
    page_touch();
    pthread_mutex_unlock(&index_lock);
    return arg;
}

static void *compactor(void *arg)
{
    usleep(3000);
    pthread_mutex_lock(&page_lock);
    pages--;
    index_insert();
    pthread_mutex_unlock(&page_lock);
    return arg;
}

int main(void)
{
    pthread_t i, c;
    pthread_create(&i, NULL, inserter, NULL);
    pthread_create(&c, NULL, compactor, NULL);
    pthread_join(i, NULL);
    pthread_join(c, NULL);
    printf("%d %d\n", pages, keys);
    return 0;
}
