// The second function of uv_queue_work runs on the loop.
#include <uv.h>
#include <unistd.h>

static void convert(uv_work_t *req)
{
    req->data = NULL;
}

static void converted(uv_work_t *req, int status)
{
    (void)req;
    if (status == 0)
        sleep(1); // BUG: blocking-in-coroutine
}

int start(uv_loop_t *loop, uv_work_t *req)
{
    return uv_queue_work(loop, req, convert, converted);
}
