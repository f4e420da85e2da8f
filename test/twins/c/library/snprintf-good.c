// Both threads format their status into buffers of their own by snprintf.
#include <pthread.h>
#include <stdio.h>

static char status[2][40];

static void set_status(int who, int percent)
{
    snprintf(status[who], sizeof status[who], "%d: %d%%", who, percent);
}

static void *download(void *arg)
{
    int who = *(int *)arg;

    for (int p = 0; p <= 100; p += 10)
        set_status(who, p);
    return NULL;
}

int main(void)
{
    pthread_t t[2];
    int ids[2] = {0, 1};

    for (int i = 0; i < 2; i++)
        pthread_create(&t[i], NULL, download, &ids[i]);
    for (int i = 0; i < 2; i++)
        pthread_join(t[i], NULL);
    puts(status[0]);
    return 0;
}
