// Main reads the heap object behind the global pointer once the thread is joined.
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
            report->lines++;
        if (*s == 'W')
            report->warnings++;
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
    pthread_join(t, NULL);
    bad = report->warnings > 0;
    bad += report->lines > 3;
    printf("%d\n", bad);
    free(report);
    return 0;
}
