// One of the two users reads the settings without going through call_once first. (tsan-cannot-see: thrd_create is not intercepted)
#include <stdio.h>
#include <threads.h>

static once_flag loaded = ONCE_FLAG_INIT;
static struct { int width, height; } settings;

static void load_settings(void)
{
    settings.width = 80; // BUG: unlocked-global
    settings.height = 24;
}

static int draw(void *arg)
{
    (void)arg;
    call_once(&loaded, load_settings);
    return settings.width * settings.height;
}

static int resize(void *arg)
{
    (void)arg;
    return settings.width / 2; // BUG: unlocked-global
}

int main(void)
{
    thrd_t d, r;
    int area = 0, half = 0;

    if (thrd_create(&r, resize, NULL) != thrd_success ||
        thrd_create(&d, draw, NULL) != thrd_success)
        return 1;
    thrd_join(d, &area);
    thrd_join(r, &half);
    printf("%d %d\n", area, half);
    return 0;
}
