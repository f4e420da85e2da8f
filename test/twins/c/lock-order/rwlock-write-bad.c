// Two threads each hold one rwlock for reading and ask for the other for writing.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_rwlock_t users = PTHREAD_RWLOCK_INITIALIZER;
static pthread_rwlock_t groups = PTHREAD_RWLOCK_INITIALIZER;
static int nusers = 3, ngroups = 2;

static void *list_users(void *arg)
{
    pthread_rwlock_rdlock(&users);
    pthread_rwlock_wrlock(&groups); // BUG: lock-order-inversion
    ngroups++;
    printf("%d users in %d groups\n", nusers, ngroups);
    pthread_rwlock_unlock(&groups);
    pthread_rwlock_unlock(&users);
    return arg;
}

static void *list_groups(void *arg)
{
    usleep(3000);
    pthread_rwlock_rdlock(&groups);
    pthread_rwlock_wrlock(&users); // BUG: lock-order-inversion
    nusers++;
    printf("%d groups of %d users\n", ngroups, nusers);
    pthread_rwlock_unlock(&users);
    pthread_rwlock_unlock(&groups);
    return arg;
}

int main(void)
{
    pthread_t u, g;
    pthread_create(&u, NULL, list_users, NULL);
    pthread_create(&g, NULL, list_groups, NULL);
    pthread_join(u, NULL);
    pthread_join(g, NULL);
    return 0;
}
