// Signals are handled by a handler that takes the lock of the threads (tsan-cannot-see signals).
#include <pthread.h>
#include <signal.h>
#include <stdio.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned long served;

static void report(void)
{
    pthread_mutex_lock(&lock); // BUG: process-unsafe-entry
    printf("%lu served\n", served); // BUG: process-unsafe-entry
    pthread_mutex_unlock(&lock); // BUG: process-unsafe-entry
}

static void handler(int sig)
{
    (void)sig;
    report();
}

static void *serve(void *unused)
{
    for (int i = 0; i < 1000; i++) {
        pthread_mutex_lock(&lock);
        served++;
        pthread_mutex_unlock(&lock);
    }
    return unused;
}

int main(void)
{
    pthread_t server;
    signal(SIGUSR1, handler);
    pthread_create(&server, NULL, serve, NULL);
    raise(SIGUSR1);
    pthread_join(server, NULL);
    return 0;
}
