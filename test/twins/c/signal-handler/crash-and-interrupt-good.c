// A handler that prints and ends the process is only there for crashes, when all is lost anyway.
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void die(int sig)
{
    fprintf(stderr, "fatal signal %d\n", sig);
    signal(sig, SIG_DFL);
    _exit(1);
}

int main(void)
{
    signal(SIGSEGV, die);
    signal(SIGBUS, die);
    signal(SIGTERM, SIG_DFL);
    return 0;
}
