// The frame is copied into the global buffer by memcpy before the lock is taken.
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static pthread_mutex_t frame_lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned char frame[64];
static int frame_count;

static void publish(const unsigned char *src)
{
    memcpy(frame, src, sizeof frame); // BUG: unlocked-global
    pthread_mutex_lock(&frame_lock);
    frame_count++;
    pthread_mutex_unlock(&frame_lock);
}

static void *camera(void *arg)
{
    unsigned char local[64];

    for (int i = 0; i < 300; i++) {
        memset(local, i, sizeof local);
        publish(local);
    }
    return arg;
}

static int brightness(void)
{
    int b;
    pthread_mutex_lock(&frame_lock);
    b = frame[0] + frame[63];
    pthread_mutex_unlock(&frame_lock);
    return b;
}

int main(void)
{
    pthread_t c;
    int max = 0;

    pthread_create(&c, NULL, camera, NULL);
    for (int i = 0; i < 300; i++) {
        int b = brightness();
        max = b > max ? b : max;
    }
    pthread_join(c, NULL);
    printf("%d %d\n", max, frame_count);
    return 0;
}
