// One loop installs one handler for many signals; it closes a stream (tsan-cannot-see signals).
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static FILE *journal;

static void shut_down(int sig)
{
    fclose(journal); // BUG: process-unsafe-entry
    signal(sig, SIG_DFL);
    raise(sig);
}

int main(void)
{
    static const int deadly[] = {SIGINT, SIGTERM, SIGQUIT, SIGXCPU};

    journal = fopen("/dev/null", "w");
    for (unsigned i = 0; i < sizeof deadly / sizeof *deadly; ++i)
        signal(deadly[i], shut_down);
    return 0;
}
