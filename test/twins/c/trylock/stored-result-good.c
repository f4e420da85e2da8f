// The stored trylock result is tested for the update and for the unlock.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t frame_mutex = PTHREAD_MUTEX_INITIALIZER;
static int frame_no;

static void tick(void)
{
    int busy = pthread_mutex_trylock(&frame_mutex);

    if (!busy)
        frame_no++;
    usleep(10);
    if (!busy)
        pthread_mutex_unlock(&frame_mutex);
}

static void *render(void *arg)
{
    (void)arg;
    for (int i = 0; i < 40; i++)
        tick();
    return NULL;
}

int main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, render, NULL);
    pthread_create(&b, NULL, render, NULL);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("frame %d\n", frame_no);
    return 0;
}
