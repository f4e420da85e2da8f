// Handlers are kept in a table, and one of them frees memory (tsan-cannot-see signals).
#include <signal.h>
#include <stddef.h>
#include <stdlib.h>
#include <unistd.h>

static char *cache;
static volatile sig_atomic_t dirty;

static void on_hup(int sig)
{
    (void)sig;
    dirty = 1;
}

static void on_usr1(int sig)
{
    (void)sig;
    free(cache); // BUG: process-unsafe-entry
    cache = NULL; // BUG: process-unsafe-entry
}

static const struct {
    int number;
    void (*function)(int);
} handlers[] = {
    {SIGHUP, on_hup},
    {SIGUSR1, on_usr1},
};

int main(void)
{
    cache = malloc(64);
    for (size_t i = 0; i < sizeof handlers / sizeof handlers[0]; i++) {
        struct sigaction act = {0};

        act.sa_handler = handlers[i].function;
        sigaction(handlers[i].number, &act, NULL);
    }
    raise(SIGUSR1);
    if (dirty == 2)
        free(cache);
    return 0;
}
