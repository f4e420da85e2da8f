// With C11 threads main touches the counter before thrd_join. (tsan-cannot-see: thrd_create is not intercepted)
#include <stdio.h>
#include <threads.h>

static int widgets;

static int produce(void *arg)
{
    int n = *(int *)arg;
    while (n-- > 0)
        widgets++; // BUG: unlocked-global
    return 0;
}

int main(void)
{
    thrd_t t;
    int n = 40;
    int rc = -1;

    if (thrd_create(&t, produce, &n) != thrd_success)
        return 1;
    widgets += 2; // BUG: unlocked-global
    thrd_join(t, &rc);
    printf("%d (rc %d)\n", widgets, rc);
    return 0;
}
