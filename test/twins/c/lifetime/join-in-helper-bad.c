// The stop helper only tells the worker to stop, so the unlocked read after it still races.
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <unistd.h>

static atomic_int stop_requested;
static long loops;
static pthread_t worker_tid;

static void *spin(void *arg)
{
    (void)arg;
    while (!atomic_load(&stop_requested)) {
        loops++; // BUG: unlocked-global
        usleep(50);
    }
    loops += 1; // BUG: unlocked-global
    return NULL;
}

static int start_worker(void)
{
    return pthread_create(&worker_tid, NULL, spin, NULL);
}

static void stop_worker(void)
{
    atomic_store(&stop_requested, 1);
}

int main(void)
{
    if (start_worker() != 0)
        return 1;
    usleep(1000);
    stop_worker();
    printf("%ld loops\n", loops); // BUG: unlocked-global
    pthread_join(worker_tid, NULL);
    return 0;
}
