// The handler only sets a flag; the loop logs through the same helpers.
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t stop;

static void stamp(char *buf, size_t size)
{
    time_t now = time(NULL);
    struct tm *tm = localtime(&now);

    strftime(buf, size, "%H:%M:%S", tm);
}

static void log_line(const char *fmt, ...)
{
    char when[32];
    va_list ap;

    stamp(when, sizeof when);
    fprintf(stderr, "%s ", when);
    va_start(ap, fmt);
    vfprintf(stderr, fmt, ap);
    va_end(ap);
}

static void handle_term(int sig)
{
    stop = sig;
}

int main(void)
{
    signal(SIGTERM, handle_term);
    raise(SIGTERM);
    while (!stop)
        pause();
    log_line("caught %d\n", (int)stop);
    return 0;
}
