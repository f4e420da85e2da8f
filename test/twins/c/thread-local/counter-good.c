// Each thread bumps its own __thread counter and only the locked total is shared.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t total_mutex = PTHREAD_MUTEX_INITIALIZER;
static long total;
static __thread long local_count;

static void count_one(void)
{
    local_count++;
}

static void flush_count(void)
{
    long mine = local_count;

    pthread_mutex_lock(&total_mutex);
    total += mine;
    pthread_mutex_unlock(&total_mutex);
}

static void *scan(void *text)
{
    for (const char *p = text; *p; p++)
        if (*p == 'e')
            count_one();
    flush_count();
    return NULL;
}

int main(void)
{
    pthread_t t[2];
    char *texts[2] = {"seven green trees", "the evening breeze"};

    for (int i = 0; i < 2; i++)
        pthread_create(&t[i], NULL, scan, texts[i]);
    for (int i = 0; i < 2; i++)
        pthread_join(t[i], NULL);
    printf("%ld\n", total);
    return 0;
}
