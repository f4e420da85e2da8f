// The C11 workers share one static accumulator. (tsan-cannot-see: thrd_create is not intercepted)
#include <stdio.h>
#include <threads.h>

static long acc;

static void feed(int v)
{
    acc += v; // BUG: unlocked-global
}

static int worker(void *arg)
{
    int n = *(int *)arg;

    for (int i = 1; i <= n; i++)
        feed(i);
    return (int)(acc % 1000); // BUG: unlocked-global
}

int main(void)
{
    thrd_t a, b;
    int na = 10, nb = 20, ra = 0, rb = 0;

    if (thrd_create(&a, worker, &na) != thrd_success)
        return 1;
    if (thrd_create(&b, worker, &nb) != thrd_success)
        return 1;
    thrd_join(a, &ra);
    thrd_join(b, &rb);
    printf("%d %d\n", ra, rb);
    return 0;
}
