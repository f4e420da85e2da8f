// Lane 0 is changed under the lock of lane 0.
#include <pthread.h>
#include <stdio.h>

static struct lane {
    pthread_mutex_t m;
    int cars;
} lanes[2] = {
    {PTHREAD_MUTEX_INITIALIZER, 0},
    {PTHREAD_MUTEX_INITIALIZER, 0},
};

static void *left(void *arg)
{
    (void)arg;
    for (int i = 0; i < 30; i++) {
        pthread_mutex_lock(&lanes[0].m);
        lanes[0].cars++;
        pthread_mutex_unlock(&lanes[0].m);
    }
    return NULL;
}

static void *right(void *arg)
{
    (void)arg;
    for (int i = 0; i < 30; i++) {
        pthread_mutex_lock(&lanes[1].m);
        lanes[1].cars--;
        pthread_mutex_unlock(&lanes[1].m);
    }
    return NULL;
}

int main(void)
{
    pthread_t l, r;
    pthread_create(&l, NULL, left, NULL);
    pthread_create(&r, NULL, right, NULL);
    pthread_join(l, NULL);
    pthread_join(r, NULL);
    printf("%d %d\n", lanes[0].cars, lanes[1].cars);
    return 0;
}
