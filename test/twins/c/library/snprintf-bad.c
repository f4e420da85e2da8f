// Both threads format their status into one global buffer by snprintf.
#include <pthread.h>
#include <stdio.h>

static char status[40];

static void set_status(int who, int percent)
{
    snprintf(status, sizeof status, "%d: %d%%", who, percent); // BUG: unlocked-global
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
    puts(status);
    return 0;
}
