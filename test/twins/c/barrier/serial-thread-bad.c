// missed-alarm-today: After the barrier every worker resets the round counter.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_barrier_t bar;
static int rounds_done;

static void *play(void *arg)
{
    (void)arg;
    for (int i = 0; i < 4; i++) {
        int rc = pthread_barrier_wait(&bar);
        if (rc == PTHREAD_BARRIER_SERIAL_THREAD || rc == 0)
            rounds_done++; // BUG: unlocked-global
        usleep(200);
        pthread_barrier_wait(&bar);
    }
    return NULL;
}

int main(void)
{
    pthread_t a, b;

    if (pthread_barrier_init(&bar, NULL, 2) != 0)
        return 1;
    pthread_create(&a, NULL, play, NULL);
    pthread_create(&b, NULL, play, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    pthread_barrier_destroy(&bar);
    printf("%d\n", rounds_done);
    return 0;
}
