// The progress is written with __atomic_store_n and read with __atomic_load_n by main.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static int percent;

static void *copy(void *arg)
{
    (void)arg;
    for (int p = 1; p <= 100; p++) {
        __atomic_store_n(&percent, p, __ATOMIC_SEQ_CST);
        if (p % 25 == 0)
            usleep(100);
    }
    return NULL;
}

static int progress(void)
{
    return __atomic_load_n(&percent, __ATOMIC_SEQ_CST);
}

int main(void)
{
    pthread_t t;

    if (pthread_create(&t, NULL, copy, NULL) != 0)
        return 1;
    for (int i = 0; i < 5; i++) {
        printf("%d%%\n", progress());
        usleep(80);
    }
    pthread_join(t, NULL);
    return 0;
}
