// The handler of a time limit jumps out of whatever runs (tsan-cannot-see signals).
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static sigjmp_buf too_late;

static void time_out(int sig)
{
    (void)sig;
    siglongjmp(too_late, 1); // BUG: process-unsafe-entry
}

int main(void)
{
    char *work = NULL;

    signal(SIGALRM, time_out);
    if (sigsetjmp(too_late, 1) != 0) {
        puts("too late");
        return 0;
    }
    alarm(1);
    for (size_t n = 1;; n = n * 2 % 4096 + 1)
        work = realloc(work, n);
}
