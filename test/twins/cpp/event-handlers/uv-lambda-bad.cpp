// A timer of libuv calls a lambda that sleeps.
#include "uv.h"
#include <unistd.h>

static int state;

int main()
{
    uv_loop_t *loop = uv_default_loop();
    static uv_timer_t timer;
    static uv_work_t work;
    uv_timer_init(loop, &timer);
    auto done = [](uv_timer_t *) { state = 2; };
    uv_timer_start(&timer, [](uv_timer_t *) {
        sleep(2); // BUG: blocking-in-coroutine
    }, 1000, 0);
    (void)done; (void)work;
    return uv_run(loop, UV_RUN_DEFAULT);
}
