// With C11 mutexes the two threads nest sound and video in the same order. (tsan-cannot-see: thrd_create is not intercepted)
#include <stdio.h>
#include <threads.h>
#include <unistd.h>

static mtx_t sound, video;
static int samples, frames;

static int play(void *arg)
{
    (void)arg;
    mtx_lock(&sound);
    mtx_lock(&video);
    samples += 100;
    frames += 1;
    mtx_unlock(&video);
    mtx_unlock(&sound);
    return 0;
}

static int seek(void *arg)
{
    (void)arg;
    usleep(3000);
    mtx_lock(&sound);
    mtx_lock(&video);
    samples = frames = 0;
    mtx_unlock(&video);
    mtx_unlock(&sound);
    return 0;
}

int main(void)
{
    thrd_t p, s;

    if (mtx_init(&sound, mtx_plain) != thrd_success || mtx_init(&video, mtx_plain) != thrd_success)
        return 1;
    thrd_create(&p, play, NULL);
    thrd_create(&s, seek, NULL);
    thrd_join(p, NULL);
    thrd_join(s, NULL);
    printf("%d %d\n", samples, frames);
    mtx_destroy(&video);
    mtx_destroy(&sound);
    return 0;
}
