// With C11 threads main touches the counter after thrd_join. (tsan-cannot-see: thrd_create is not intercepted)
#include <stdio.h>
#include <threads.h>

static int widgets;

static int produce(void *arg)
{
    int n = *(int *)arg;
    while (n-- > 0)
        widgets++;
    return 0;
}

int main(void)
{
    thrd_t t;
    int n = 40;
    int rc = -1;

    if (thrd_create(&t, produce, &n) != thrd_success)
        return 1;
    thrd_join(t, &rc);
    widgets += 2;
    printf("%d (rc %d)\n", widgets, rc);
    return 0;
}
