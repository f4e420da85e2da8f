// The callback starts the timer again.
#include <stdio.h>
#include <unistd.h>
#include <uv.h>

static int ticks;

static void on_tick(uv_timer_t *timer)
{
    printf("tick %d\n", ++ticks);
    if (ticks < 4)
        uv_timer_start(timer, on_tick, 250, 0);
}

int main(void)
{
    uv_loop_t *loop = uv_default_loop();
    uv_timer_t timer;
    uv_timer_init(loop, &timer);
    uv_timer_start(&timer, on_tick, 1000, 1000);
    return uv_run(loop, UV_RUN_DEFAULT);
}
