// The project's wrapper installs the handler, which locks a mutex (tsan-cannot-see signals).
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>

typedef void sigfunc(int);

static pthread_mutex_t state_lock = PTHREAD_MUTEX_INITIALIZER;
static sem_t wake;
static int generation;

static sigfunc *install(int signo, sigfunc *func)
{
    struct sigaction act, oact;

    act.sa_handler = func;
    sigemptyset(&act.sa_mask);
    act.sa_flags = 0;
    if (sigaction(signo, &act, &oact) < 0)
        return SIG_ERR;
    return oact.sa_handler;
}

static void reload(int signo)
{
    (void)signo;
    pthread_mutex_lock(&state_lock); // BUG: process-unsafe-entry
    generation++; // BUG: process-unsafe-entry
    pthread_mutex_unlock(&state_lock); // BUG: process-unsafe-entry
}

int main(void)
{
    sem_init(&wake, 0, 0);
    if (install(SIGHUP, reload) == SIG_ERR)
        return 1;
    raise(SIGHUP);
    pthread_mutex_lock(&state_lock);
    generation++;
    printf("generation %d\n", generation);
    pthread_mutex_unlock(&state_lock);
    return 0;
}
