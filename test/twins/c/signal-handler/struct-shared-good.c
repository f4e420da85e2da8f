// A handler notes the number; the loop changes the structure.
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
    resized = sig;
}

static void draw(void)
{
    if (resized) {
        resized = 0;
        term.rows = 50;
        term.columns = 132;
    }
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
