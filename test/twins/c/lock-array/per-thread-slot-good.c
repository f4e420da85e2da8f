// Each thread locks its own lock and writes its own slot.
#include <pthread.h>
#include <stdio.h>

#define T 3

static struct slot {
    pthread_mutex_t lock;
    unsigned long ops;
} slots[T];

static void *worker(void *arg)
{
    struct slot *mine = arg;

    for (int i = 0; i < 60; i++) {
        pthread_mutex_lock(&mine->lock);
        mine->ops++;
        pthread_mutex_unlock(&mine->lock);
    }
    return NULL;
}

static unsigned long total_ops(void)
{
    unsigned long sum = 0;
    for (int i = 0; i < T; i++) {
        pthread_mutex_lock(&slots[i].lock);
        sum += slots[i].ops;
        pthread_mutex_unlock(&slots[i].lock);
    }
    return sum;
}

int main(void)
{
    pthread_t t[T];

    for (int i = 0; i < T; i++)
        pthread_mutex_init(&slots[i].lock, NULL);
    for (int i = 0; i < T; i++)
        pthread_create(&t[i], NULL, worker, &slots[i]);
    printf("so far %lu\n", total_ops());
    for (int i = 0; i < T; i++)
        pthread_join(t[i], NULL);
    printf("%lu\n", total_ops());
    return 0;
}
