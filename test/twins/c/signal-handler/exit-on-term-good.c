// _exit in a handler runs nothing.
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

static void terminate(int sig)
{
    unlink("/tmp/demo.pid");
    _exit(128 + sig);
}

int main(void)
{
    signal(SIGTERM, terminate);
    signal(SIGHUP, SIG_IGN);
    kill(getpid(), SIGTERM);
    return 0;
}
