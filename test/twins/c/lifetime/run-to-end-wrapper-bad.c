// The run helper only starts the entry, so the two entries overlap.
#include <pthread.h>
#include <stdio.h>

static int lines;

static void *load(void *arg)
{
    const char *p = arg;
    while (*p)
        lines += *p++ == '\n'; // BUG: unlocked-global
    return NULL;
}

static void *trim(void *arg)
{
    (void)arg;
    if (lines > 2) // BUG: unlocked-global
        lines = 2; // BUG: unlocked-global
    return NULL;
}

static pthread_t run(void *(*entry)(void *), void *arg)
{
    pthread_t t;

    pthread_create(&t, NULL, entry, arg);
    return t;
}

int main(void)
{
    pthread_t a = run(load, "a\nb\nc\n");
    pthread_t b = run(trim, NULL);

    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d\n", lines);
    return 0;
}
