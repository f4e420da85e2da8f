// The getter hands out the one lock of the table.
#include <pthread.h>
#include <stdio.h>

enum { READER, WRITER };

static pthread_mutex_t locks[2] = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_MUTEX_INITIALIZER};
static int table_size;

static pthread_mutex_t *table_lock(int who)
{
    return who < 0 ? NULL : &locks[0];
}

static void *write_side(void *arg)
{
    (void)arg;
    for (int i = 0; i < 30; i++) {
        pthread_mutex_lock(table_lock(WRITER));
        table_size += 1;
        pthread_mutex_unlock(table_lock(WRITER));
    }
    return NULL;
}

static void *read_side(void *arg)
{
    int *max = arg;
    for (int i = 0; i < 30; i++) {
        pthread_mutex_lock(table_lock(READER));
        if (table_size > *max)
            *max = table_size;
        pthread_mutex_unlock(table_lock(READER));
    }
    return NULL;
}

int main(void)
{
    pthread_t r, w;
    int max = 0;

    pthread_create(&w, NULL, write_side, NULL);
    pthread_create(&r, NULL, read_side, &max);
    pthread_join(w, NULL);
    pthread_join(r, NULL);
    printf("%d\n", max);
    return 0;
}
