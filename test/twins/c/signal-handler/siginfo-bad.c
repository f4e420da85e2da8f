// A handler with three arguments builds a message with asprintf (tsan-cannot-see signals).
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void who_sent(int sig, siginfo_t *info, void *context)
{
    char *text = NULL;
    int size;

    (void)sig;
    (void)context;
    size = asprintf(&text, "from %ld\n", (long)info->si_pid); // BUG: process-unsafe-entry
    if (size > 0)
        write(2, text, (size_t)size);
    free(text); // BUG: process-unsafe-entry
}

int main(void)
{
    struct sigaction sa;

    memset(&sa, 0, sizeof(sa));
    sa.sa_flags = SA_SIGINFO;
    sa.sa_sigaction = &who_sent;
    if (sigaction(SIGUSR2, &sa, NULL))
        return EXIT_FAILURE;
    kill(getpid(), SIGUSR2);
    return EXIT_SUCCESS;
}
