// The lock is chosen by the caller's parity although the data is shared by both.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t even_lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t odd_lock = PTHREAD_MUTEX_INITIALIZER;
static long even_sum, odd_sum;

static void add(int v)
{
    pthread_mutex_t *m = v % 2 ? &odd_lock : &even_lock;
    pthread_mutex_lock(m);
    if (v > 0)
        odd_sum += v; // BUG: unlocked-global
    else
        even_sum -= v; // BUG: unlocked-global
    pthread_mutex_unlock(m);
}

static void *feed(void *arg)
{
    int first = *(int *)arg;
    for (int i = 0; i < 50; i++)
        add(first + 2 * i);
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    int one = 1, two = 2;

    pthread_create(&a, NULL, feed, &one);
    pthread_create(&b, NULL, feed, &two);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%ld %ld\n", odd_sum, even_sum);
    return 0;
}
