// The lambda is the work of uv_queue_work.
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
    uv_timer_start(&timer, done, 1000, 0);
    uv_queue_work(loop, &work, [](uv_work_t *) { sleep(2); }, [](uv_work_t *, int) { state = 1; });
    (void)done; (void)work;
    return uv_run(loop, UV_RUN_DEFAULT);
}
