// The begin helper that leaves the lock held is not called before the update.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t db_lock = PTHREAD_MUTEX_INITIALIZER;
static int rows;
static int revision;

static int tx_begin(void)
{
    pthread_mutex_lock(&db_lock);
    return revision;
}

static void tx_commit(void)
{
    revision++;
    pthread_mutex_unlock(&db_lock);
}

static void insert_row(void)
{
    rows++; // BUG: unlocked-global
    tx_begin();
    tx_commit();
}

static void *session(void *arg)
{
    int n = *(int *)arg;
    while (n-- > 0)
        insert_row();
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    int na = 1500, nb = 1500;

    pthread_create(&a, NULL, session, &na);
    pthread_create(&b, NULL, session, &nb);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d rows, revision %d\n", rows, revision);
    return 0;
}
