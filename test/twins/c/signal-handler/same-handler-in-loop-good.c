// One loop installs one handler for many signals; it closes a descriptor.
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static int journal;

static void shut_down(int sig)
{
    close(journal);
    signal(sig, SIG_DFL);
    raise(sig);
}

int main(void)
{
    static const int deadly[] = {SIGINT, SIGTERM, SIGQUIT, SIGXCPU};

    journal = open("/dev/null", O_WRONLY);
    for (unsigned i = 0; i < sizeof deadly / sizeof *deadly; ++i)
        signal(deadly[i], shut_down);
    return 0;
}
