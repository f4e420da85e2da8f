// A watcher's callback sleeps as long as the data says.
#include <ev.h>
#include <unistd.h>

static ev_timer timer;
static unsigned pause_seconds = 2;

static void on_timeout(struct ev_loop *loop, ev_timer *w, int revents)
{
    (void)revents;
    sleep(pause_seconds); // BUG: blocking-in-coroutine
    ev_timer_start(loop, w);
}

int main(void)
{
    struct ev_loop *loop = ev_default_loop(0);
    ev_timer_init(&timer, on_timeout, 1., 0.);
    ev_timer_start(loop, &timer);
    return ev_run(loop, 0);
}
