// The loop waits for a volatile sig_atomic_t that the handler sets.
#include <signal.h>
#include <unistd.h>

static volatile sig_atomic_t quit;

static void on_quit(int sig)
{
    (void)sig;
    quit = 1;
}

int main(void)
{
    signal(SIGALRM, on_quit);
    alarm(1);
    while (!quit)
        usleep(1000);
    return 0;
}
