// A handler that prints and ends the process is also installed for an ordinary signal (tsan-cannot-see signals).
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void die(int sig)
{
    fprintf(stderr, "fatal signal %d\n", sig); // BUG: process-unsafe-entry
    signal(sig, SIG_DFL);
    _exit(1);
}

int main(void)
{
    signal(SIGSEGV, die);
    signal(SIGBUS, die);
    signal(SIGTERM, die);
    return 0;
}
