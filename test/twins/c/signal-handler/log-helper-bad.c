// The handler logs through two helpers, the last of which formats a time (tsan-cannot-see signals).
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t stop;

static void stamp(char *buf, size_t size)
{
    time_t now = time(NULL);
    struct tm *tm = localtime(&now); // BUG: process-unsafe-entry

    strftime(buf, size, "%H:%M:%S", tm); // BUG: process-unsafe-entry
}

static void log_line(const char *fmt, ...)
{
    char when[32];
    va_list ap;

    stamp(when, sizeof when);
    fprintf(stderr, "%s ", when); // BUG: process-unsafe-entry
    va_start(ap, fmt);
    vfprintf(stderr, fmt, ap); // BUG: process-unsafe-entry
    va_end(ap);
}

static void handle_term(int sig)
{
    log_line("caught %d\n", sig); // BUG: process-unsafe-entry
    stop = sig;
}

int main(void)
{
    signal(SIGTERM, handle_term);
    raise(SIGTERM);
    while (!stop)
        pause();
    printf("stopped\n");
    return 0;
}
