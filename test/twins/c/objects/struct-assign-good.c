// The struct is replaced as a whole inside the lock that guards its fields.
#include <pthread.h>
#include <stdio.h>

struct window { int w, h; };

static pthread_mutex_t win_lock = PTHREAD_MUTEX_INITIALIZER;
static struct window win = {640, 480};

static void *resizer(void *arg)
{
    static const struct window sizes[] = {{800, 600}, {1024, 768}, {320, 200}};
    (void)arg;
    for (int i = 0; i < 30; i++) {
        pthread_mutex_lock(&win_lock);
        win = sizes[i % 3];
        if (win.w > 1000)
            win.w = 1000;
        pthread_mutex_unlock(&win_lock);
    }
    return NULL;
}

static long area(void)
{
    long a;
    pthread_mutex_lock(&win_lock);
    a = (long)win.w * win.h;
    pthread_mutex_unlock(&win_lock);
    return a;
}

int main(void)
{
    pthread_t r;
    long max = 0;

    pthread_create(&r, NULL, resizer, NULL);
    for (int i = 0; i < 200; i++) {
        long a = area();
        max = a > max ? a : max;
    }
    pthread_join(r, NULL);
    printf("%ld\n", max);
    return 0;
}
