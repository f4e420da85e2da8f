// false-alarm-today: A pointer chosen between two globals is written through and each thread chooses its own.
#include <pthread.h>
#include <stdio.h>

static int front_buffer[4], back_buffer[4];

static void paint(int which, int colour)
{
    int *target = which > 0 ? front_buffer : back_buffer;

    for (int i = 0; i < 4; i++)
        target[i] = colour;
}

static void *painter(void *arg)
{
    int which = *(int *)arg;

    for (int c = 0; c < 20; c++)
        paint(which, c);
    return NULL;
}

int main(void)
{
    pthread_t a, b;
    int zero = 0, one = 1;

    pthread_create(&a, NULL, painter, &zero);
    pthread_create(&b, NULL, painter, &one);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    printf("%d %d\n", front_buffer[0], back_buffer[0]);
    return 0;
}
