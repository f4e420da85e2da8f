// A handler prints with write.
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static void on_interrupt(int signo)
{
    (void)signo;
    static const char text[] = "interrupted\n";
    (void)!write(STDOUT_FILENO, text, sizeof text - 1);
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
