// An error path jumps past the unlock label and then updates the error count without the lock.
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t io_lock = PTHREAD_MUTEX_INITIALIZER;
static int ok_count, err_count;

static int parse(int v)
{
    return v % 3 ? 0 : -1;
}

static int handle(int v)
{
    int rc;

    rc = parse(v);
    if (rc < 0)
        goto fail;
    pthread_mutex_lock(&io_lock);
    ok_count++;
    pthread_mutex_unlock(&io_lock);
    return 0;
fail:
    err_count++; // BUG: unlocked-global
    return rc;
}

static void *loop(void *arg)
{
    int base = *(int *)arg;
    for (int i = 0; i < 3000; i++)
        handle(base + i);
    return NULL;
}

int main(void)
{
    pthread_t x, y;
    int bx = 0, by = 100;
    pthread_create(&x, NULL, loop, &bx);
    pthread_create(&y, NULL, loop, &by);
    pthread_join(x, NULL);
    pthread_join(y, NULL);
    printf("%d ok %d bad\n", ok_count, err_count);
    return 0;
}
