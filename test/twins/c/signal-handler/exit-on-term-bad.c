// exit in a handler runs the atexit functions (tsan-cannot-see signals).
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

static void terminate(int sig)
{
    unlink("/tmp/demo.pid");
    exit(128 + sig); // BUG: process-unsafe-entry
}

int main(void)
{
    signal(SIGTERM, terminate);
    signal(SIGHUP, SIG_IGN);
    kill(getpid(), SIGTERM);
    return 0;
}
