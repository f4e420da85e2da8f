// A pointer that walks over the whole global array clears it under the lock.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t hist_lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned histogram[16];

static void clear_histogram(void)
{
    unsigned *p = histogram;
    unsigned *end = histogram + 16;

    pthread_mutex_lock(&hist_lock);
    while (p != end)
        *p++ = 0;
    pthread_mutex_unlock(&hist_lock);
}

static void *sample(void *arg)
{
    unsigned x = 1;
    (void)arg;
    for (int i = 0; i < 100; i++) {
        x = x * 1103515245 + 12345;
        pthread_mutex_lock(&hist_lock);
        histogram[x >> 28]++;
        pthread_mutex_unlock(&hist_lock);
    }
    return NULL;
}

int main(void)
{
    pthread_t t;

    pthread_create(&t, NULL, sample, NULL);
    clear_histogram();
    pthread_join(t, NULL);
    printf("%u\n", histogram[3]);
    return 0;
}
