// Signals are waited for by a thread of their own, which may take any lock.
#include <pthread.h>
#include <signal.h>
#include <stdio.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned long served;

static void report(void)
{
    pthread_mutex_lock(&lock);
    printf("%lu served\n", served);
    pthread_mutex_unlock(&lock);
}

static void *wait_for_signals(void *set)
{
    int sig;

    if (sigwait(set, &sig) == 0)
        report();
    return NULL;
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
    pthread_t waiter;
    sigset_t set;

    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    pthread_create(&waiter, NULL, wait_for_signals, &set);
    pthread_create(&server, NULL, serve, NULL);
    pthread_kill(waiter, SIGUSR1);
    pthread_join(server, NULL);
    pthread_join(waiter, NULL);
    return 0;
}
