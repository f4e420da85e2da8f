// A formatting function fills the buffer that its caller hands in.
#include <pthread.h>
#include <stdio.h>

static const char *size_text(unsigned long bytes, char *text, size_t len)
{
    if (bytes >= 1024)
        snprintf(text, len, "%lu KiB", bytes / 1024);
    else
        snprintf(text, len, "%lu B", bytes);
    return text;
}

static void *show(void *arg)
{
    unsigned long n = *(unsigned long *)arg;
    int chars = 0;
    char buf[24];

    for (const char *p = size_text(n, buf, sizeof buf); *p; p++)
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
