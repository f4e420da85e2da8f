// A pointer to the global is passed down two levels and written there without the lock.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t mu = PTHREAD_MUTEX_INITIALIZER;
static struct range { int lo, hi; } bounds = {1000, 0};

static void store(int *slot, int v)
{
    *slot = v; // BUG: unlocked-global
}

static void extend(struct range *r, int v)
{
    if (v < r->lo) // BUG: unlocked-global
        store(&r->lo, v);
    if (v > r->hi) // BUG: unlocked-global
        store(&r->hi, v);
}

static void *measure(void *arg)
{
    int base = *(int *)arg;

    for (int i = 0; i < 20; i++) {
        extend(&bounds, base + i * 7 % 20); // BUG: unlocked-global
    }
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    int x = 100, y = 110;

    pthread_create(&a, NULL, measure, &x);
    pthread_create(&b, NULL, measure, &y);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    pthread_mutex_lock(&mu);
    printf("%d..%d\n", bounds.lo, bounds.hi);
    pthread_mutex_unlock(&mu);
    return 0;
}
