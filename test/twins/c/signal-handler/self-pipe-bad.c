// The handler reads the configuration itself (tsan-cannot-see signals).
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static char config[128];
static int wake[2];

static int read_config(void)
{
    FILE *file = fopen("/etc/hostname", "r"); // BUG: process-unsafe-entry

    if (file == NULL)
        return -1;
    if (fgets(config, sizeof config, file) == NULL) // BUG: process-unsafe-entry
        config[0] = '\0';
    fclose(file); // BUG: process-unsafe-entry
    return 0;
}

static void on_hup(int sig)
{
    int saved = errno;

    (void)sig;
    read_config();
    (void)!write(wake[1], "", 1);
    errno = saved;
}

int main(void)
{
    struct pollfd ready;
    char byte;

    if (pipe(wake) != 0 || read_config() != 0)
        return 1;
    fcntl(wake[1], F_SETFL, O_NONBLOCK);
    signal(SIGHUP, on_hup);
    raise(SIGHUP);
    ready.fd = wake[0];
    ready.events = POLLIN;
    if (poll(&ready, 1, 1000) == 1 && read(wake[0], &byte, 1) == 1)
        puts("read again");
    return 0;
}
