// The chained assignment also stores into a global that is read elsewhere without the lock.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t peak_lock = PTHREAD_MUTEX_INITIALIZER;
static int peak;

static int follow(int seed)
{
    int a, b, best = 0;

    for (int i = 0; i < 30; i++) {
        a = b = peak = seed * i % 97; // BUG: unlocked-global
        best = a + b > best ? a + b : best;
    }
    pthread_mutex_lock(&peak_lock);
    if (best > peak)
        peak = best;
    pthread_mutex_unlock(&peak_lock);
    return best;
}

static void *tracker(void *arg)
{
    *(int *)arg = follow(*(int *)arg);
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    int x = 31, y = 53;

    pthread_create(&a, NULL, tracker, &x);
    pthread_create(&b, NULL, tracker, &y);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d %d %d\n", x, y, peak);
    return 0;
}
