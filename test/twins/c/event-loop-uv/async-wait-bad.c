// The loop's callback waits for a worker on a condition.
#include <pthread.h>
#include <uv.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t done = PTHREAD_COND_INITIALIZER;
static int result, ready;

static void on_async(uv_async_t *handle)
{
    int seen = 0;
    pthread_mutex_lock(&lock);
    while (!ready)
        pthread_cond_wait(&done, &lock); // BUG: blocking-in-coroutine
    seen = result;
    ready = 0;
    pthread_mutex_unlock(&lock);
    handle->data = (void *)(long)seen;
}

static void *worker(void *arg)
{
    uv_async_t *async = arg;
    for (int i = 0; i < 100; i++) {
        pthread_mutex_lock(&lock);
        result = i;
        ready = 1;
        pthread_cond_signal(&done);
        pthread_mutex_unlock(&lock);
        uv_async_send(async);
    }
    return NULL;
}

int main(void)
{
    uv_async_t async;
    pthread_t thread;
    uv_async_init(uv_default_loop(), &async, on_async);
    pthread_create(&thread, NULL, worker, &async);
    uv_run(uv_default_loop(), UV_RUN_DEFAULT);
    pthread_join(thread, NULL);
    return 0;
}
