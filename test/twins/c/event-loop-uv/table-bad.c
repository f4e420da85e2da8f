// The callback is chosen from a structure of functions.
#include <stdio.h>
#include <unistd.h>
#include <uv.h>

struct device {
    uv_timer_cb poll;
    const char *name;
};

static void poll_slow(uv_timer_t *handle)
{
    (void)handle;
    usleep(10000); // BUG: blocking-in-coroutine
    puts("slow");
}

static struct device slow = {poll_slow, "slow"};

void watch(uv_loop_t *loop, uv_timer_t *timer, const struct device *device)
{
    uv_timer_init(loop, timer);
    uv_timer_start(timer, device->poll, 0, 50);
}

int main(void)
{
    static uv_timer_t timer;
    watch(uv_default_loop(), &timer, &slow);
    return uv_run(uv_default_loop(), UV_RUN_DEFAULT);
}
