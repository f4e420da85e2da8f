// A periodic timer's handler appends to a list (tsan-cannot-see signals).
#include <signal.h>
#include <stdlib.h>
#include <sys/time.h>
#include <unistd.h>

struct sample {
    long value;
    struct sample *next;
};

static struct sample *samples;
static volatile sig_atomic_t due;

static void add_sample(long value)
{
    struct sample *s = malloc(sizeof *s); // BUG: process-unsafe-entry

    if (s == NULL)
        return;
    s->value = value;
    s->next = samples; // BUG: process-unsafe-entry
    samples = s;       // BUG: process-unsafe-entry
}

static void tick(int sig)
{
    (void)sig;
    due = 1;
    add_sample(42);
}

int main(void)
{
    struct sigaction sa = {.sa_handler = tick, .sa_flags = SA_RESTART};
    struct itimerval every = {{0, 1000}, {0, 1000}};
    int count = 0;

    sigemptyset(&sa.sa_mask);
    sigaction(SIGALRM, &sa, NULL);
    setitimer(ITIMER_REAL, &every, NULL);
    while (!due)
        pause();
    for (struct sample *s = samples; s != NULL; s = s->next)
        count++;
    return count == 0;
}
