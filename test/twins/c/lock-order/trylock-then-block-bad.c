// When the try of the second lock fails the code blocks on it with the first still held.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t meta = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t data = PTHREAD_MUTEX_INITIALIZER;
static int generation;

static void *writer(void *arg)
{
    pthread_mutex_lock(&meta);
    pthread_mutex_lock(&data); // BUG: lock-order-inversion
    generation++;
    pthread_mutex_unlock(&data);
    usleep(3000);
    pthread_mutex_unlock(&meta);
    return arg;
}

static void lock_data_then_meta(void)
{
    pthread_mutex_lock(&data);
    if (pthread_mutex_trylock(&meta) == 0)
        return;
    pthread_mutex_lock(&meta); // BUG: lock-order-inversion
}

static void *scrubber(void *arg)
{
    usleep(1000);
    lock_data_then_meta();
    generation += 100;
    pthread_mutex_unlock(&meta);
    pthread_mutex_unlock(&data);
    return arg;
}

int main(void)
{
    pthread_t w, s;
    pthread_create(&w, NULL, writer, NULL);
    pthread_create(&s, NULL, scrubber, NULL);
    pthread_join(w, NULL);
    pthread_join(s, NULL);
    printf("%d\n", generation);
    return 0;
}
