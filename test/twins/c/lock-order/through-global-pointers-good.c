// The locks behind two global pointers are taken in the same order.
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct bus { pthread_mutex_t lock; int transfers; };
struct device { pthread_mutex_t lock; int resets; };

static struct bus *bus;
static struct device *device;

static void *transfer(void *arg)
{
    pthread_mutex_lock(&bus->lock);
    pthread_mutex_lock(&device->lock);
    bus->transfers++;
    pthread_mutex_unlock(&device->lock);
    pthread_mutex_unlock(&bus->lock);
    return arg;
}

static void *reset(void *arg)
{
    usleep(3000);
    pthread_mutex_lock(&bus->lock);
    pthread_mutex_lock(&device->lock);
    device->resets++;
    bus->transfers = 0;
    pthread_mutex_unlock(&bus->lock);
    pthread_mutex_unlock(&device->lock);
    return arg;
}

int main(void)
{
    pthread_t t, r;

    bus = calloc(1, sizeof *bus);
    device = calloc(1, sizeof *device);
    if (!bus || !device)
        return 1;
    pthread_mutex_init(&bus->lock, NULL);
    pthread_mutex_init(&device->lock, NULL);
    pthread_create(&t, NULL, transfer, NULL);
    pthread_create(&r, NULL, reset, NULL);
    pthread_join(t, NULL);
    pthread_join(r, NULL);
    printf("%d %d\n", bus->transfers, device->resets);
    free(device);
    free(bus);
    return 0;
}
