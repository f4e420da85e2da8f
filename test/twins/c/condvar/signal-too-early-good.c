// The stock is written before the flag is set under the mutex.
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static bool ready;
static int stock[4];

static void fill(void)
{
    for (int i = 0; i < 4; i++)
        stock[i] = i * 10;
}

static void announce(void)
{
    pthread_mutex_lock(&lock);
    ready = true;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
}

static void await(void)
{
    pthread_mutex_lock(&lock);
    while (!ready)
        pthread_cond_wait(&changed, &lock);
    pthread_mutex_unlock(&lock);
}

static void *supplier(void *arg)
{
    fill();
    announce();
    return arg;
}

int main(void)
{
    pthread_t s;
    int sum = 0;

    pthread_create(&s, NULL, supplier, NULL);
    await();
    for (int i = 0; i < 4; i++)
        sum += stock[i];
    pthread_join(s, NULL);
    printf("%d\n", sum);
    return 0;
}
