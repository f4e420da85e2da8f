// The compound operation calls the variant of the size function that expects the lock held.
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static pthread_mutex_t buf_lock = PTHREAD_MUTEX_INITIALIZER;
static char buf[64];

static size_t size_locked(void)
{
    return strlen(buf);
}

static size_t size(void)
{
    size_t n;
    pthread_mutex_lock(&buf_lock);
    n = size_locked();
    pthread_mutex_unlock(&buf_lock);
    return n;
}

static void append(char c)
{
    pthread_mutex_lock(&buf_lock);
    size_t n = size_locked();
    if (n < sizeof buf - 1) {
        buf[n] = c;
        buf[n + 1] = '\0';
    }
    pthread_mutex_unlock(&buf_lock);
}

static void *typist(void *text)
{
    for (const char *p = text; *p; p++)
        append(*p);
    return NULL;
}

int main(int argc, char **argv)
{
    pthread_t t;

    pthread_create(&t, NULL, typist, argc > 1 ? argv[1] : "");
    printf("%zu\n", size());
    pthread_join(t, NULL);
    return 0;
}
