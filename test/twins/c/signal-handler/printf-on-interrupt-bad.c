// A handler prints with stdio (tsan-cannot-see signals).
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void on_interrupt(int signo)
{
    (void)signo;
    printf("interrupted\n"); // BUG: process-unsafe-entry
}

int main(void)
{
    struct sigaction action;

    memset(&action, 0, sizeof action);
    action.sa_handler = on_interrupt;
    sigemptyset(&action.sa_mask);
    if (sigaction(SIGINT, &action, NULL) == -1) {
        perror("sigaction");
        return 1;
    }
    raise(SIGINT);
    puts("done");
    return 0;
}
