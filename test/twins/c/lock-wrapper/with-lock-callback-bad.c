// One update is passed to the run-locked helper, the other is called directly.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t model_lock = PTHREAD_MUTEX_INITIALIZER;
static int zoom = 100;

static void with_model(void (*fn)(int), int arg)
{
    pthread_mutex_lock(&model_lock);
    fn(arg);
    pthread_mutex_unlock(&model_lock);
}

static void zoom_by(int d)
{
    zoom += d;
}

static void zoom_reset(int to)
{
    zoom = to; // BUG: unlocked-global
}

static void *wheel(void *arg)
{
    (void)arg;
    for (int i = 0; i < 25; i++)
        with_model(zoom_by, 10);
    return NULL;
}

static void *keyboard(void *arg)
{
    (void)arg;
    zoom_reset(100);
    return NULL;
}

int main(void)
{
    pthread_t w, k;

    pthread_create(&w, NULL, wheel, NULL);
    pthread_create(&k, NULL, keyboard, NULL);
    pthread_join(w, NULL);
    pthread_join(k, NULL);
    printf("%d\n", zoom);
    return 0;
}
