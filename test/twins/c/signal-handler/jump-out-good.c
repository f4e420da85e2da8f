// The handler of a time limit sets a flag that the work asks for.
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static volatile sig_atomic_t too_late;

static void time_out(int sig)
{
    (void)sig;
    too_late = 1;
}

int main(void)
{
    char *work = NULL;

    signal(SIGALRM, time_out);
    alarm(1);
    for (size_t n = 1; !too_late; n = n * 2 % 4096 + 1)
        work = realloc(work, n);
    puts("too late");
    free(work);
    return 0;
}
