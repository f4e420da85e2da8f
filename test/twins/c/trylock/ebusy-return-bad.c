// The function reports EBUSY and then carries on with the update.
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t tbl_lock = PTHREAD_MUTEX_INITIALIZER;
static int tbl_version;

static int tbl_bump(int *collisions)
{
    int rc = pthread_mutex_trylock(&tbl_lock);

    if (rc == EBUSY) {
        ++*collisions;
    }
    tbl_version++; // BUG: unlocked-global
    usleep(5);
    if (rc == 0)
        pthread_mutex_unlock(&tbl_lock);
    return rc;
}

static void *updater(void *arg)
{
    int rc = 0;
    for (int i = 0; i < 50; i++)
        rc |= tbl_bump(arg);
    return rc ? arg : NULL;
}

int main(void)
{
    pthread_t t[2];
    int collisions[2] = {0, 0};

    pthread_create(&t[0], NULL, updater, &collisions[0]);
    pthread_create(&t[1], NULL, updater, &collisions[1]);
    pthread_join(t[0], NULL);
    pthread_join(t[1], NULL);
    printf("version %d, %d collisions\n", tbl_version, collisions[0] + collisions[1]);
    return 0;
}
