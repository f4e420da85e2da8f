// After the timeout of pthread_mutex_timedlock the value is left alone.
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t valve_lock = PTHREAD_MUTEX_INITIALIZER;
static int valve_position;

static int turn_valve(int to)
{
    struct timespec deadline;
    int rc;

    clock_gettime(CLOCK_REALTIME, &deadline);
    deadline.tv_nsec += deadline.tv_nsec < 999000000 ? 100000 : 0;
    rc = pthread_mutex_timedlock(&valve_lock, &deadline);
    if (rc != 0)
        return rc;
    valve_position = to;
    usleep(1500);
    if (rc == 0)
        pthread_mutex_unlock(&valve_lock);
    return 0;
}

static void *operator_loop(void *arg)
{
    int *failed = arg;
    for (int p = 0; p < 8; p++)
        if (turn_valve(p) == ETIMEDOUT)
            ++*failed;
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    int fa = 0, fb = 0;

    pthread_create(&a, NULL, operator_loop, &fa);
    pthread_create(&b, NULL, operator_loop, &fb);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("position %d, %d timeouts\n", valve_position, fa + fb);
    return 0;
}
