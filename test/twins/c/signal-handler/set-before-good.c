// The descriptor that the handler closes is set before the handler is there.
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static int device = -1;

static void clean_up(int sig)
{
    close(device);
    _exit(sig);
}

int main(int argc, char **argv)
{
    const char *path = argc > 1 ? argv[1] : "/dev/null";

    device = open(path, O_RDWR);
    signal(SIGTERM, clean_up);
    puts("ready");
    pause();
    return 0;
}
