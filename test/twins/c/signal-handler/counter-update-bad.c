// The loop decrements what the handler increments, with the signal open (tsan-cannot-see signals).
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static long pending;

static void arrived(int sig)
{
    (void)sig;
    pending++; // BUG: process-unsafe-entry
}

int main(void)
{
    sigset_t chld, old;
    int done = 0;

    sigemptyset(&chld);
    sigaddset(&chld, SIGUSR1);
    signal(SIGUSR1, arrived);
    for (int i = 0; i < 5; i++)
        raise(SIGUSR1);
    sigprocmask(SIG_SETMASK, NULL, &old);
    while (pending > 0) {
        pending--;
        done++;
    }
    printf("%d\n", done);
    return 0;
}
