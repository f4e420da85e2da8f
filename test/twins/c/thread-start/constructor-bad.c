// A constructor function starts a thread before main, and main uses the clock without the lock.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t clock_lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned coarse_clock;
static pthread_t clock_thread;

static void *run_clock(void *arg)
{
    (void)arg;
    for (int i = 0; i < 20; i++) {
        pthread_mutex_lock(&clock_lock);
        coarse_clock++;
        pthread_mutex_unlock(&clock_lock);
        usleep(50);
    }
    return NULL;
}

__attribute__((constructor)) static void start_clock(void)
{
    pthread_create(&clock_thread, NULL, run_clock, NULL);
}

int main(void)
{
    unsigned t;

    usleep(200);
    t = coarse_clock; // BUG: unlocked-global
    pthread_join(clock_thread, NULL);
    printf("%u\n", t);
    return 0;
}
