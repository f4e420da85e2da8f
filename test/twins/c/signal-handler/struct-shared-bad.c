// A handler changes fields of a global structure that the loop prints (tsan-cannot-see signals).
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

struct terminal {
    unsigned rows, columns;
};

static struct terminal term = {24, 80};
static volatile sig_atomic_t resized;

static void winch(int sig)
{
    term.rows = 50; // BUG: process-unsafe-entry
    term.columns = 132; // BUG: process-unsafe-entry
    resized = sig;
}

static void draw(void)
{
    printf("%ux%u\n", term.rows, term.columns);
}

int main(void)
{
    if (signal(SIGWINCH, winch) == SIG_ERR)
        return 1;
    for (int i = 0; i < 3; i++) {
        draw();
        raise(SIGWINCH);
    }
    return 0;
}
