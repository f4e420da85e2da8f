// The loop waits for a plain int that the handler sets (tsan-cannot-see signals).
#include <signal.h>
#include <unistd.h>

static int quit;

static void on_quit(int sig)
{
    (void)sig;
    quit = 1; // BUG: process-unsafe-entry
}

int main(void)
{
    signal(SIGALRM, on_quit);
    alarm(1);
    while (!quit) // BUG: process-unsafe-entry
        usleep(1000);
    return 0;
}
