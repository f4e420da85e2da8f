// The run helper starts the entry and waits for it, so the two entries never overlap.
#include <pthread.h>
#include <stdio.h>

static int lines;

static void *load(void *arg)
{
    const char *p = arg;
    while (*p)
        lines += *p++ == '\n';
    return NULL;
}

static void *trim(void *arg)
{
    (void)arg;
    if (lines > 2)
        lines = 2;
    return NULL;
}

static pthread_t run(void *(*entry)(void *), void *arg)
{
    pthread_t t;

    pthread_create(&t, NULL, entry, arg);
    pthread_join(t, NULL);
    return t;
}

int main(void)
{
    pthread_t a = run(load, "a\nb\nc\n");
    pthread_t b = run(trim, NULL);

    printf("%d ", !pthread_equal(a, b));
    printf("%d\n", lines);
    return 0;
}
