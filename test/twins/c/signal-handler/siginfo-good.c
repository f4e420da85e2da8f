// A handler with three arguments formats digits by hand.
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void who_sent(int sig, siginfo_t *info, void *context)
{
    char text[16];
    size_t at = sizeof text;
    long pid = info->si_pid;

    (void)sig;
    (void)context;
    text[--at] = '\n';
    do {
        text[--at] = (char)('0' + pid % 10);
        pid /= 10;
    } while (pid > 0 && at > 0);
    write(2, text + at, sizeof text - at);
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
