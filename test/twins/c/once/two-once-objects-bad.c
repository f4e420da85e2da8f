// Two once objects guard the same routine, so it can run twice at the same time.
#include <pthread.h>
#include <stdio.h>

static pthread_once_t reader_once = PTHREAD_ONCE_INIT;
static pthread_once_t writer_once = PTHREAD_ONCE_INIT;
static int registry_size;

static void registry_init(void)
{
    for (int i = 0; i < 16; i++)
        registry_size += i; // BUG: unlocked-global
}

static void *reader(void *out)
{
    pthread_once(&reader_once, registry_init);
    *(int *)out = registry_size; // BUG: unlocked-global
    return NULL;
}

static void *writer(void *out)
{
    pthread_once(&writer_once, registry_init);
    *(int *)out = registry_size * 2; // BUG: unlocked-global
    return NULL;
}

int main(void)
{
    pthread_t r, w;
    int a = 0, b = 0;

    pthread_create(&r, NULL, reader, &a);
    pthread_create(&w, NULL, writer, &b);
    pthread_join(r, NULL);
    pthread_join(w, NULL);
    printf("%d %d\n", a, b);
    return 0;
}
