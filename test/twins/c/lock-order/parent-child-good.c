// Both operations lock parent then child, which are two objects of one struct.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

struct dir {
    pthread_mutex_t lock;
    struct dir *parent;
    int entries;
};

static struct dir root = {PTHREAD_MUTEX_INITIALIZER, NULL, 1};
static struct dir home = {PTHREAD_MUTEX_INITIALIZER, &root, 0};

static void *create_file(void *arg)
{
    struct dir *d = arg;
    pthread_mutex_lock(&d->parent->lock);
    pthread_mutex_lock(&d->lock);
    d->entries++;
    d->parent->entries += d->entries;
    pthread_mutex_unlock(&d->lock);
    pthread_mutex_unlock(&d->parent->lock);
    return NULL;
}

static void *remove_file(void *arg)
{
    struct dir *d = arg;
    usleep(3000);
    pthread_mutex_lock(&d->parent->lock);
    pthread_mutex_lock(&d->lock);
    d->entries--;
    d->parent->entries--;
    pthread_mutex_unlock(&d->parent->lock);
    pthread_mutex_unlock(&d->lock);
    return NULL;
}

int main(void)
{
    pthread_t c, r;
    pthread_create(&c, NULL, create_file, &home);
    pthread_create(&r, NULL, remove_file, &home);
    pthread_join(c, NULL);
    pthread_join(r, NULL);
    printf("%d %d\n", root.entries, home.entries);
    return 0;
}
