// A thread writes the heap object behind a global pointer while main reads it.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

struct report {
    int lines;
    int warnings;
};

static struct report *report;

static void *analyse(void *arg)
{
    const char *s = arg;

    for (; *s; s++) {
        if (*s == '\n')
            report->lines++; // BUG: unlocked-global
        if (*s == 'W')
            report->warnings++; // BUG: unlocked-global
    }
    return NULL;
}

int main(void)
{
    pthread_t t;
    int bad;

    report = calloc(1, sizeof *report);
    if (!report)
        return 1;
    pthread_create(&t, NULL, analyse, "ok\nW1\nok\nW2\n");
    bad = report->warnings > 0; // BUG: unlocked-global
    bad += report->lines > 3; // BUG: unlocked-global
    pthread_join(t, NULL);
    printf("%d\n", bad);
    free(report);
    return 0;
}
