// The value the thread leaves before pthread_exit is read by main after the join.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static int exit_reason;

static void bail_out(int why)
{
    exit_reason = why;
    pthread_exit(NULL);
}

static void *run(void *arg)
{
    int budget = *(int *)arg;

    for (;;) {
        if (budget-- == 0)
            bail_out(3);
        usleep(10);
    }
}

int main(void)
{
    pthread_t t;
    static int budget = 5;

    if (pthread_create(&t, NULL, run, &budget) != 0)
        return 1;
    pthread_join(t, NULL);
    printf("reason %d\n", exit_reason);
    usleep(10);
    return 0;
}
