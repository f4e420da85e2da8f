// The scratch buffer of the formatter is shared by all threads.
#include <pthread.h>
#include <stdio.h>

static char scratch[32];

static const char *format_id(int id)
{
    char *p = scratch;

    *p++ = '#'; // BUG: unlocked-global
    do {
        *p++ = (char)('0' + id % 10); // BUG: unlocked-global
        id /= 10;
    } while (id);
    *p = '\0'; // BUG: unlocked-global
    return scratch;
}

static void *label(void *arg)
{
    int id = *(int *)arg, width = 0;
    const char *s = format_id(id);

    while (s[width]) // BUG: unlocked-global
        width++;
    *(int *)arg = width;
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    int x = 7, y = 12345;

    pthread_create(&a, NULL, label, &x);
    pthread_create(&b, NULL, label, &y);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d %d\n", x, y);
    return 0;
}
