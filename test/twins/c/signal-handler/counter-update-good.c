// The loop decrements what the handler increments, with the signal blocked.
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static long pending;

static void arrived(int sig)
{
    (void)sig;
    pending++;
}

int main(void)
{
    sigset_t chld, old;
    int done = 0;

    sigemptyset(&chld);
    sigaddset(&chld, SIGUSR1);
    sigprocmask(SIG_BLOCK, &chld, &old);
    signal(SIGUSR1, arrived);
    for (int i = 0; i < 5; i++)
        raise(SIGUSR1);
    sigprocmask(SIG_SETMASK, &old, NULL);
    sigprocmask(SIG_BLOCK, &chld, NULL);
    while (pending > 0) {
        pending--;
        done++;
    }
    printf("%d\n", done);
    return 0;
}
