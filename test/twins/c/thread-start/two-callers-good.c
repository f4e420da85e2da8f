// false-alarm-today: Two init paths share one guard so the flusher is started by only one of them.
#include <pthread.h>
#include <stdio.h>

static pthread_t flushers[2];
static int nflushers;
static int flushed;

static void *flusher(void *arg)
{
    (void)arg;
    for (int i = 0; i < 8; i++)
        flushed += i;
    return NULL;
}

static void start_flusher(void)
{
    if (nflushers > 0)
        return;
    if (pthread_create(&flushers[nflushers], NULL, flusher, NULL) == 0)
        nflushers++;
}

static void cache_init(void)
{
    start_flusher();
}

static void journal_init(void)
{
    start_flusher();
}

int main(void)
{
    cache_init();
    journal_init();
    while (nflushers > 0)
        pthread_join(flushers[--nflushers], NULL);
    printf("%d\n", flushed);
    return 0;
}
