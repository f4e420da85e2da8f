// The result of mtx_trylock is compared with thrd_success, so only the holder does the update. (tsan-cannot-see: thrd_create is not intercepted)
#include <stdio.h>
#include <threads.h>
#include <unistd.h>

static mtx_t gate;
static long served, skipped[2];

static int serve(void *arg)
{
    int who = *(int *)arg;

    for (int i = 0; i < 40; i++) {
        int rc = mtx_trylock(&gate);
        if (rc == thrd_success)
            served++;
        else
            skipped[who]++;
        usleep(20);
        if (rc == thrd_success)
            mtx_unlock(&gate);
    }
    return 0;
}

int main(void)
{
    thrd_t t[2];
    int ids[2] = {0, 1};

    mtx_init(&gate, mtx_plain);
    for (int i = 0; i < 2; i++)
        thrd_create(&t[i], serve, &ids[i]);
    for (int i = 0; i < 2; i++)
        thrd_join(t[i], NULL);
    printf("%ld served, %ld skipped\n", served, skipped[0] + skipped[1]);
    mtx_destroy(&gate);
    return 0;
}
