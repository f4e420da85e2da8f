// A formatting function returns a pointer to a static local that all threads fill.
#include <pthread.h>
#include <stdio.h>

static const char *size_text(unsigned long bytes)
{
    static char text[24];
    size_t len = sizeof text;
    if (bytes >= 1024)
        snprintf(text, len, "%lu KiB", bytes / 1024); // BUG: unlocked-global
    else
        snprintf(text, len, "%lu B", bytes); // BUG: unlocked-global
    return text;
}

static void *show(void *arg)
{
    unsigned long n = *(unsigned long *)arg;
    int chars = 0;

    for (const char *p = size_text(n); *p; p++) // BUG: unlocked-global
        chars++;
    printf("%d characters\n", chars);
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    unsigned long x = 100, y = 1 << 20;

    pthread_create(&a, NULL, show, &x);
    pthread_create(&b, NULL, show, &y);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return 0;
}
