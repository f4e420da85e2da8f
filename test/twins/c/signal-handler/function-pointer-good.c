// The handler calls a hook that only writes.
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

typedef void (*hook_t)(void);

static hook_t volatile at_signal;

static void say_goodbye(void)
{
    (void)!write(STDERR_FILENO, "goodbye\n", 8);
}

static void on_signal(int sig)
{
    (void)sig;
    at_signal();
    _exit(1);
}

int main(int argc, char **argv)
{
    (void)argv;
    at_signal = say_goodbye;
    signal(SIGINT, on_signal);
    if (argc > 1)
        raise(SIGINT);
    return EXIT_SUCCESS;
}
