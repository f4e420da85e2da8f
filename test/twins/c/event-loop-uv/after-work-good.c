// The first function of uv_queue_work runs in a pool.
#include <uv.h>
#include <unistd.h>

static void convert(uv_work_t *req)
{
    sleep(1);
    req->data = NULL;
}

static void converted(uv_work_t *req, int status)
{
    (void)req;
    (void)status;
}

int start(uv_loop_t *loop, uv_work_t *req)
{
    return uv_queue_work(loop, req, convert, converted);
}
