// With C11 threads both sides use mtx_lock around the shared pair. (tsan-cannot-see: thrd_create is not intercepted)
#include <stdio.h>
#include <threads.h>

static mtx_t pair_lock;
static struct { int lo, hi; } range;

static int widen(void *arg)
{
    (void)arg;
    for (int i = 0; i < 30; i++) {
        mtx_lock(&pair_lock);
        range.lo -= i;
        range.hi += i;
        mtx_unlock(&pair_lock);
    }
    return 0;
}

static int width(void)
{
    int w;
    mtx_lock(&pair_lock);
    w = range.hi - range.lo;
    mtx_unlock(&pair_lock);
    return w;
}

int main(void)
{
    thrd_t t;

    if (mtx_init(&pair_lock, mtx_plain) != thrd_success)
        return 1;
    if (thrd_create(&t, widen, NULL) != thrd_success)
        return 1;
    for (int i = 0; i < 10; i++)
        printf("%d\n", width());
    thrd_join(t, NULL);
    mtx_destroy(&pair_lock);
    return 0;
}
