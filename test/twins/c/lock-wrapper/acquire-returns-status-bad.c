// The caller goes on although the acquire function reports that it did not get the lock.
#include <pthread.h>
#include <stdio.h>
#include <unistd.h>

static pthread_mutex_t dev_mutex = PTHREAD_MUTEX_INITIALIZER;
static int device_state;

static int dev_acquire(void)
{
    if (pthread_mutex_trylock(&dev_mutex) != 0)
        return -1;
    return 0;
}

static void dev_release(void)
{
    pthread_mutex_unlock(&dev_mutex);
}

static int dev_step(int by)
{
    int rc = dev_acquire();

    if (rc < 0)
        fputs("busy\n", stderr);
    device_state += by; // BUG: unlocked-global
    usleep(10);
    if (rc == 0)
        dev_release();
    return rc;
}

static void *driver(void *arg)
{
    int by = *(int *)arg;
    for (int i = 0; i < 40; i++)
        dev_step(by);
    return NULL;
}

int main(void)
{
    pthread_t up, down;
    int plus = 2, minus = -1;

    pthread_create(&up, NULL, driver, &plus);
    pthread_create(&down, NULL, driver, &minus);
    pthread_join(up, NULL);
    pthread_join(down, NULL);
    printf("%d\n", device_state);
    return 0;
}
