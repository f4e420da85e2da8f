// The loop replaces the descriptor that the handler closes (tsan-cannot-see signals).
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static int device = -1;

static void clean_up(int sig)
{
    close(device); // BUG: process-unsafe-entry
    _exit(sig);
}

int main(int argc, char **argv)
{
    const char *path = argc > 1 ? argv[1] : "/dev/null";

    device = open(path, O_RDWR);
    signal(SIGTERM, clean_up);
    puts("ready");
    close(device);
    device = open(path, O_RDONLY);
    pause();
    return 0;
}
